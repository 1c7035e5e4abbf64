package io.liasse.capture.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.Reading.FoundField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The account and the QR reference are those of the examples in the guidelines of SIX. */
final class SwissBillTest {
    private static final String WHOLE = """
            SPC
            0200
            1
            CH4431999123000889012
            S
            Robert Schneider AG
            Rue du Lac
            1268/2/22
            2501
            Biel
            CH







            123949.75
            CHF
            S
            Pia-Maria Rutschmann-Schnyder
            Grosse Marktgasse
            28
            9400
            Rorschach
            CH
            QRR
            210000000003139471430009017
            Instruction of 15.09.2019
            EPD
            //S1/10/10201409/11/190512/20/1400.000-53/30/106017086/40/0:30
            UV;UltraPay005;12345
            """.strip();

    @Test
    void takesEveryPartOfABillWithThePlaceOfItsCode() {
        List<FoundField> fields = SwissBill.in(List.of(code(WHOLE)));

        assertThat(fields)
                .extracting(FoundField::name, FoundField::value, FoundField::valid)
                .containsExactly(
                        tuple("bill", "SPC 0200", true),
                        tuple("bill-account", "CH4431999123000889012", true),
                        tuple("bill-creditor", "Robert Schneider AG, Rue du Lac 1268/2/22, 2501 Biel, CH", true),
                        tuple("bill-amount", "CHF 123949.75", true),
                        tuple(
                                "bill-debtor",
                                "Pia-Maria Rutschmann-Schnyder, Grosse Marktgasse 28, 9400 Rorschach, CH",
                                true),
                        tuple("bill-reference", "210000000003139471430009017", true),
                        tuple("bill-message", "Instruction of 15.09.2019", true),
                        tuple("bill-scheme", "UV;UltraPay005;12345", true),
                        tuple(
                                "bill-information",
                                "//S1/10/10201409/11/190512/20/1400.000-53/30/106017086/40/0:30",
                                true),
                        tuple("invoice-number", "10201409", null),
                        tuple("bill-date", "2019-05-12", null),
                        tuple("bill-due", "2019-06-11", null),
                        tuple("customer-number", "1400.000-53", null));
        assertThat(fields).allSatisfy(field -> {
            assertThat(field.x()).isEqualTo(0.1);
            assertThat(field.width()).isEqualTo(0.3);
        });
    }

    @Test
    void saysWhichPartsBreakTheGuidelines() {
        String wrong = WHOLE.replace("210000000003139471430009017", "210000000003139471430009018")
                .replace("CHF", "USD");

        assertThat(SwissBill.in(List.of(code(wrong))))
                .filteredOn(field -> Boolean.FALSE.equals(field.valid()))
                .extracting(FoundField::name)
                .containsExactly("bill", "bill-amount", "bill-reference");
    }

    @Test
    void refusesAQrReferenceForAnOrdinaryAccount() {
        assertThat(SwissBill.in(List.of(code(WHOLE.replace("CH4431999123000889012", "CH3709000000304442225")))))
                .filteredOn(field -> Boolean.FALSE.equals(field.valid()))
                .extracting(FoundField::name)
                .contains("bill", "bill-reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPC", "SPC\n0200\n1", "SPC\n9900\n1\nCH4431999123000889012\nS\nX"})
    void keepsWhatOnlyClaimsToBeABillAsNotValid(String text) {
        assertThat(SwissBill.in(List.of(code(text))))
                .extracting(FoundField::name, FoundField::valid)
                .containsExactly(tuple("bill", false));
    }

    @Test
    void leavesOtherCodesAlone() {
        assertThat(SwissBill.in(List.of(
                        code("https://liasse.example"), code(""), new Barcode("CODE_128", "SPC\n0200", 0, 0, 0, 0))))
                .isEmpty();
    }

    private static Barcode code(String text) {
        return new Barcode("QR_CODE", text, 0.1, 0.2, 0.3, 0.4);
    }
}
