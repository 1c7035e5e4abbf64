package io.liasse.capture.invoice;

import io.liasse.capture.Reading.FoundField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.validator.routines.IBANValidator;
import org.jspecify.annotations.Nullable;

/** An e-invoice as fields: what it is and whether it is valid, then its values by name, then what is wrong. */
public final class InvoiceFields {
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("BT-1", "invoice-number"),
            Map.entry("BT-2", "invoice-date"),
            Map.entry("BT-3", "invoice-kind"),
            Map.entry("BT-9", "due-date"),
            Map.entry("BT-10", "buyer-reference"),
            Map.entry("BT-11", "project-number"),
            Map.entry("BT-12", "contract-number"),
            Map.entry("BT-13", "order-number"),
            Map.entry("BT-20", "payment-terms"),
            Map.entry("BT-22", "remark"),
            Map.entry("BT-27", "seller"),
            Map.entry("BT-31", "seller-vat-number"),
            Map.entry("BT-32", "seller-tax-number"),
            Map.entry("BT-44", "buyer"),
            Map.entry("BT-46", "customer-number"),
            Map.entry("BT-48", "buyer-vat-number"),
            Map.entry("BT-59", "payee"),
            Map.entry("BT-72", "delivery-date"),
            Map.entry("BT-83", "payment-reference"),
            Map.entry("BT-86", "bic"),
            Map.entry("BT-89", "mandate"));
    private static final Map<String, String> AMOUNTS = Map.of(
            "BT-109", "net-total",
            "BT-110", "vat-total",
            "BT-112", "total",
            "BT-113", "paid",
            "BT-115", "amount-due");
    private static final int MOST_LINES = 100;

    private final EInvoice invoice;
    private final String currency;
    private final List<FoundField> fields = new ArrayList<>();

    private InvoiceFields(EInvoice invoice) {
        this.invoice = invoice;
        this.currency = invoice.first("BT-5").orElse("");
    }

    /** All of them, without a place. */
    public static List<FoundField> of(EInvoice invoice) {
        return new InvoiceFields(invoice).all();
    }

    private List<FoundField> all() {
        add("e-invoice", invoice.kind(), invoice.valid());
        List<String> order = List.of(
                "BT-1", "BT-2", "BT-9", "BT-27", "BT-44", "BT-112", "BT-115", "BT-109", "BT-110", "BT-113", "BT-83",
                "BT-10", "BT-13", "BT-12", "BT-11", "BT-46", "BT-31", "BT-32", "BT-48", "BT-59", "BT-86", "BT-89",
                "BT-72", "BT-3", "BT-20", "BT-22");
        for (String id : order) {
            String name = PLAIN.get(id);
            if (name != null) {
                invoice.first(id).ifPresent(value -> add(name, value, null));
            } else {
                String amount = AMOUNTS.get(id);
                invoice.first(id).flatMap(this::amount).ifPresent(value -> add(String.valueOf(amount), value, null));
            }
        }
        account();
        address("seller-address", "BT-35", "BT-36", "BT-38", "BT-37", "BT-40");
        address("buyer-address", "BT-50", "BT-51", "BT-53", "BT-52", "BT-55");
        period();
        rates();
        lines();
        invoice.problems().forEach(problem -> add("invoice-problem", problem.text(), problem.fatal() ? false : null));
        return List.copyOf(fields);
    }

    private void add(String name, String value, @Nullable Boolean valid) {
        fields.add(FoundField.unplaced(name, value, valid));
    }

    /** An account is an IBAN or, outside its countries, a plain number. */
    private void account() {
        invoice.first("BT-84").ifPresent(account -> {
            String plain = account.replaceAll("\\s", "");
            boolean iban = plain.matches("[A-Z]{2}\\d{2}.*");
            add("iban", plain, iban ? IBANValidator.getInstance().isValid(plain) : null);
        });
    }

    private Optional<String> amount(String written) {
        return number(written).map(value -> (currency + " " + value.toPlainString()).strip());
    }

    private static Optional<BigDecimal> number(String written) {
        try {
            BigDecimal value = new BigDecimal(written.strip());
            return Optional.of(value.scale() < 2 ? value.setScale(2) : value);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }

    private void address(String name, String line, String more, String code, String place, String country) {
        String text = Stream.of(
                        invoice.first(line).orElse(""),
                        invoice.first(more).orElse(""),
                        (invoice.first(code).orElse("") + " "
                                        + invoice.first(place).orElse(""))
                                .strip(),
                        invoice.first(country).orElse(""))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(", "));
        if (!text.isEmpty()) {
            add(name, text, null);
        }
    }

    private void period() {
        Optional<String> from = invoice.in(0, "BT-73");
        Optional<String> to = invoice.in(0, "BT-74");
        if (from.isPresent() || to.isPresent()) {
            add("period", from.orElse("") + " – " + to.orElse(""), null);
        }
    }

    private void rates() {
        for (int group : invoice.groups("BT-117")) {
            String rate = invoice.in(group, "BT-119").orElse("0");
            String base = invoice.in(group, "BT-116").flatMap(this::amount).orElse("");
            String tax = invoice.in(group, "BT-117").flatMap(this::amount).orElse("");
            add("vat", plainRate(rate) + " % · " + base + " · " + tax, null);
        }
    }

    private static String plainRate(String rate) {
        return number(rate)
                .map(each -> each.stripTrailingZeros().toPlainString())
                .orElse(rate);
    }

    private void lines() {
        List<Integer> groups = invoice.groups("BT-126");
        if (!groups.isEmpty()) {
            add("line-count", String.valueOf(groups.size()), null);
        }
        groups.stream().limit(MOST_LINES).forEach(group -> add("invoice-line", line(group), null));
    }

    private String line(int group) {
        return Stream.of(
                        invoice.in(group, "BT-126").orElse(""),
                        invoice.in(group, "BT-153").orElse(""),
                        (invoice.in(group, "BT-129").orElse("") + " × "
                                + invoice.in(group, "BT-146").orElse("")),
                        invoice.in(group, "BT-131").flatMap(this::amount).orElse(""))
                .filter(each -> !each.isBlank() && !each.equals(" × "))
                .collect(Collectors.joining(" · "));
    }
}
