package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is clicked or typed is kept in the form of its field. */
class TakenValueTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date           | Lausanne, le 12 juin 2026  | 2026-06-12       | true
            due-date       | 12.07.26                   | 2026-07-12       | true
            birth-date     | somewhen                   | somewhen         | false
            amount         | CHF 1'540.00               | CHF 1540.00      | true
            total          | 540.-                      | 540.00           | true
            total          | none                       | none             | false
            iban           | CH93 0076 2011 6238 5295 7 | CH9300762011623852957 | true
            iban           | CH93 0076 2011 6238 5295 8 | CH9300762011623852958 | false
            insured-number | 756 9217 0769 85           | 756.9217.0769.85 | true
            """)
    void takesTheFormOfTheField(String field, String text, String value, boolean valid) {
        assertThat(TakenValue.of(field, text, TODAY)).isEqualTo(new TakenValue(value, valid));
    }

    @Test
    void leavesTextAsItStands() {
        assertThat(TakenValue.of("sender", " Clinique \n de Valmont ", TODAY))
                .isEqualTo(new TakenValue("Clinique de Valmont", null));
    }
}
