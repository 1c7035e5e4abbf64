package io.liasse.caseapi.documents;

import io.liasse.store.document.Box;
import io.liasse.store.document.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value read from a document, as a form line and as a frame on the page it stands on.
 *
 * @param title what it is called, in the language of the reader
 * @param note what is to be known of it
 */
public record FieldLine(
        String name,
        String value,
        @Nullable Integer page,
        @Nullable Box box,
        @Nullable Boolean valid,
        String title,
        @Nullable FieldNote note) {
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
            "archive-number",
            "tag",
            "cover-sheet",
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
            "bill-due",
            "e-invoice",
            "invoice-problem",
            "invoice-kind",
            "invoice-date",
            "invoice-line",
            "line-count",
            "due-date",
            "delivery-date",
            "period",
            "buyer-reference",
            "order-number",
            "contract-number",
            "project-number",
            "payment-terms",
            "payment-reference",
            "remark",
            "seller",
            "seller-address",
            "seller-vat-number",
            "seller-tax-number",
            "buyer",
            "buyer-address",
            "buyer-vat-number",
            "payee",
            "bic",
            "mandate",
            "net-total",
            "vat",
            "vat-total",
            "paid",
            "amount-due",
            "document-date",
            "sender-address",
            "recipient",
            "address",
            "name",
            "form",
            "mrz",
            "document-number",
            "surname",
            "given-names",
            "nationality",
            "issuing-country",
            "expiry-date",
            "sex");

    /** What is told, but nothing that a person would correct. */
    private static final Set<String> ONLY_TOLD = Set.of(
            "bill",
            "bill-information",
            "e-invoice",
            "invoice-problem",
            "invoice-line",
            "line-count",
            "vat",
            "form",
            "mrz");

    private static final int MOST_CORRECTABLE = 40;

    static FieldLine of(Field field, String title) {
        return new FieldLine(
                field.name(),
                field.value(),
                field.page(),
                field.box(),
                field.valid(),
                title,
                FieldNote.of(field.note()).orElse(null));
    }

    /** The first value of each name, in the order read: what a form can correct; no more than 40. */
    public static List<FieldLine> correctable(List<FieldLine> lines) {
        Map<String, FieldLine> first = new LinkedHashMap<>();
        lines.stream()
                .filter(each -> !ONLY_TOLD.contains(each.name()))
                .forEach(each -> first.putIfAbsent(each.name(), each));
        return first.values().stream().limit(MOST_CORRECTABLE).toList();
    }

    /** Those of which the code or the data of an invoice and its page say different things. */
    public static List<FieldLine> disagreeing(List<FieldLine> lines) {
        return lines.stream()
                .filter(each -> each.note() != null && each.note().disagrees())
                .toList();
    }

    /** The same with another value to show. */
    FieldLine saying(String shown) {
        return new FieldLine(name, shown, page, box, valid, title, note);
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
