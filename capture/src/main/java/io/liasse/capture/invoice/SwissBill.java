package io.liasse.capture.invoice;

import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.Reading.FoundField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.AlternativeScheme;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.QRBill;
import net.codecrete.qrbill.generator.QRBillValidationError;
import net.codecrete.qrbill.generator.SwicoBillInformation;
import net.codecrete.qrbill.generator.ValidationMessage;
import net.codecrete.qrbill.generator.ValidationResult;
import org.jspecify.annotations.Nullable;

/**
 * The code of a Swiss QR-bill (SIX, Swiss Implementation Guidelines QR-bill, versions 2.0 to 2.3) as fields. Each stands
 * where the code stands, and is valid when the guidelines find no fault with it. Billing information in the syntax of
 * Swico is taken apart too.
 */
public final class SwissBill {
    private static final String FORMAT = "QR_CODE";
    private static final String TYPE = "SPC";

    private final Barcode code;
    private final ValidationResult checked;
    private final List<FoundField> fields = new ArrayList<>();

    private SwissBill(Barcode code, ValidationResult checked) {
        this.code = code;
        this.checked = checked;
    }

    /**
     * The fields of all bills among the codes of a page. A code that says it is a bill, but is not built like one, gives
     * nothing but the field {@code bill}, not valid.
     */
    public static List<FoundField> in(List<Barcode> codes) {
        return codes.stream()
                .filter(code -> code.format().equals(FORMAT)
                        && code.value().lines().findFirst().filter(TYPE::equals).isPresent())
                .flatMap(code -> of(code).stream())
                .toList();
    }

    private static List<FoundField> of(Barcode code) {
        try {
            Bill bill = QRBill.decodeQrCodeText(code.value());
            return new SwissBill(code, QRBill.validate(bill)).taken(bill);
        } catch (QRBillValidationError unreadable) {
            SwissBill broken = new SwissBill(code, unreadable.getValidationResult());
            broken.add("bill", TYPE, false);
            return broken.fields;
        }
    }

    private List<FoundField> taken(Bill bill) {
        add("bill", TYPE + " " + code.value().lines().skip(1).findFirst().orElse(""), !checked.hasErrors());
        add("bill-account", bill.getAccount(), "account");
        add("bill-creditor", address(bill.getCreditor()), "creditor");
        add("bill-amount", amount(bill), "amount", "currency");
        add("bill-debtor", address(bill.getDebtor()), "debtor");
        add("bill-reference", bill.getReference(), "reference", "referenceType");
        add("bill-message", bill.getUnstructuredMessage(), "unstructuredMessage");
        AlternativeScheme[] schemes = bill.getAlternativeSchemes();
        Stream.of(schemes == null ? new AlternativeScheme[0] : schemes)
                .forEach(scheme -> add("bill-scheme", scheme.getInstruction(), "altSchemes"));
        String information = bill.getBillInformation();
        add("bill-information", information, "billInformation");
        if (information != null) {
            swico(information).ifPresent(this::addSwico);
        }
        return fields;
    }

    private static Optional<SwicoBillInformation> swico(String text) {
        return Optional.ofNullable(SwicoBillInformation.decodeText(text));
    }

    private void addSwico(SwicoBillInformation said) {
        add("invoice-number", said.getInvoiceNumber(), (Boolean) null);
        add("bill-date", iso(said.getInvoiceDate()), (Boolean) null);
        add("bill-due", iso(said.getDueDate()), (Boolean) null);
        add("customer-number", said.getCustomerReference(), (Boolean) null);
    }

    private static @Nullable String iso(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String amount(Bill bill) {
        if (bill.getCurrency() == null) {
            return null;
        }
        return bill.getAmount() == null
                ? bill.getCurrency()
                : bill.getCurrency() + " " + bill.getAmount().toPlainString();
    }

    /** Addresses in two free lines may no longer be printed, but there are older bills. */
    @SuppressWarnings("deprecation")
    private static @Nullable String address(@Nullable Address address) {
        if (address == null) {
            return null;
        }
        return Stream.of(
                        address.getName(),
                        address.getAddressLine1(),
                        address.getAddressLine2(),
                        joined(address.getStreet(), address.getHouseNo()),
                        joined(address.getPostalCode(), address.getTown()),
                        address.getCountryCode())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String joined(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** {@code parts}: what the guidelines call the parts of the code that the value comes from. */
    private void add(String name, @Nullable String value, String... parts) {
        add(name, value, Stream.of(parts).noneMatch(this::faulty));
    }

    private boolean faulty(String part) {
        return checked.getValidationMessages().stream()
                .filter(message -> message.getType() == ValidationMessage.Type.ERROR)
                .anyMatch(message ->
                        message.getField().equals(part) || message.getField().startsWith(part + "."));
    }

    private void add(String name, @Nullable String value, @Nullable Boolean valid) {
        if (value != null && !value.isBlank()) {
            fields.add(new FoundField(name, value, code.x(), code.y(), code.width(), code.height(), 1, valid));
        }
    }
}
