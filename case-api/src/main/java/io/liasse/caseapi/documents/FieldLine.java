package io.liasse.caseapi.documents;

import io.liasse.store.document.Box;
import io.liasse.store.document.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A value read from a document, as a form line and as a frame on the page it stands on. */
public record FieldLine(
        String name,
        String value,
        @Nullable Integer page,
        @Nullable Box box,
        @Nullable Boolean valid) {
    /** Field names that have a text {@code field.<name>}. */
    static final Set<String> NAMES = Set.of(
            "case-reference",
            "date",
            "amount",
            "currency",
            "iban",
            "sender",
            "subject",
            "from",
            "to",
            "title",
            "author",
            "barcode",
            "invoice-number",
            "insured-number",
            "language",
            "message-id",
            "email",
            "phone",
            "company-number",
            "customer-number",
            "policy-number",
            "reference",
            "birth-date",
            "total",
            "bill",
            "bill-account",
            "bill-creditor",
            "bill-amount",
            "bill-debtor",
            "bill-reference",
            "bill-message",
            "bill-scheme",
            "bill-information",
            "bill-date",
            "bill-due");

    public static FieldLine of(Field field) {
        return new FieldLine(field.name(), field.value(), field.page(), field.box(), field.valid());
    }

    /** The first value of each name, in the order read: what a form can correct. */
    public static List<FieldLine> firstOfEach(List<FieldLine> lines) {
        Map<String, FieldLine> first = new LinkedHashMap<>();
        lines.forEach(each -> first.putIfAbsent(each.name(), each));
        return new ArrayList<>(first.values());
    }

    public boolean named() {
        return NAMES.contains(name);
    }

    public boolean framed(int onPage) {
        return box != null && page != null && page == onPage;
    }

    /** The frame around the value on its page, in the percentages that SVG wants; null when its place is not known. */
    public @Nullable Frame frame() {
        return box == null
                ? null
                : new Frame(percent(box.x()), percent(box.y()), percent(box.width()), percent(box.height()));
    }

    /** A rectangle in percent of the page. */
    public record Frame(String x, String y, String width, String height) {}

    private static String percent(double fraction) {
        return Math.round(fraction * 10_000) / 100.0 + "%";
    }
}
