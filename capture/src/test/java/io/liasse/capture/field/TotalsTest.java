package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts as words in rows; {@code |} is a wide gap. */
final class TotalsTest {
    private static final double LETTER = 5;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Coffee | 4.50 / Subtotal | 9.00 / VAT 20% | 1.80 / Total | 10.80 / Cash | 20.00 / Change | 9.20; 10.80",
                "Total Qty 3 | 3.00 / TOTAL (RM) : | 31.40 / CASH | 50.00 / CHANGE | 18.60; MYR 31.40",
                "Zwischensumme | 44.05 / MWST 8.1% | 3.57 / Gesamtbetrag CHF | 47.60 / Gegeben bar | 50.00 / Rückgeld | 2.40; CHF 47.60",
                "Sous-total | 18.00 / TVA 8.1% | 1.46 / Total TTC | 19.46 / Carte | 19.46; 19.46",
                "Subtotale | 12.30 / IVA | 1.00 / TOTALE EUR | 13,30 / Contanti | 20,00 / Resto | 6,70; EUR 13.30",
                "Total Sales (Excluding GST) | 40.02 / Total GST | 2.40 / Rounding | -0.02 / Total Sales (Inclusive of GST) | 42.40; 42.40",
                "Summe | 1'234.50 / davon MWST 8.1 % | 92.50; 1234.50",
                "Total | 80.93 / Rounding Adj | -0.03 / Rounded Total | 80.90; 80.90"
            })
    void tellsTheTotalFromPartsTaxCashAndChange(String rows, String total) {
        assertThat(totals(rows)).startsWith(total);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T0TAL | 12.40",
                "Tota1: | 12.40",
                "TOTAI | RM12.40",
                "TOTAL | 12 .40",
                "Total | 12. 40",
                "Total | 1 | 12.40 | 0.70",
                "Total | 12.40SR",
                "Total amount | I2.4O"
            })
    void readsWhatWasReadBadly(String rows) {
        assertThat(totals("Tea | 7.40 / Cake | 5.00 / " + rows))
                .first()
                .asString()
                .endsWith("12.40");
    }

    @Test
    void believesWhatWasGivenLessTheChangeWhereTheLabelIsLost() {
        assertThat(totals("Tea | 7.40 / Cake | 5.00 / T#@ | 12.40 / Cash | 20.00 / Change | 7.60"))
                .containsExactly("12.40");
    }

    @Test
    void believesTheReceiptRatherThanTheTableOfItsTaxes() {
        assertThat(
                        totals(
                                "Total incl. GST | 21.20 / Cash | 21.20 / GST Summary | Tax / SR 6% | 1.20 / Total | 20.00 | 1.20"))
                .startsWith("21.20");
    }

    @Test
    void looksBelowALabelThatStandsAlone() {
        assertThat(totals("Amount due / 88.10 / Thank you | x")).startsWith("88.10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tea | 7.40 / Cake | 5.00",
                "Subtotal | 7.40 / Total tax | 0.60",
                "Total discount | 7.40 / You saved | 2.00",
                "Cash | 20.00 / Change | 7.60"
            })
    void saysNothingWhereNoTotalIsPrinted(String rows) {
        assertThat(totals(rows)).isEmpty();
    }

    private static List<String> totals(String rows) {
        FieldFinder finder = new FieldFinder("CH", null, Clock.systemUTC());
        return finder.find(page(rows), null).stream()
                .filter(field -> field.name().equals("total"))
                .map(FoundField::value)
                .toList();
    }

    private static PageWords page(String rows) {
        List<PageWord> words = new ArrayList<>();
        int line = 0;
        for (String row : rows.split(" / ")) {
            double x = 40;
            for (String word : row.split(" ")) {
                if (word.equals("|")) {
                    x += 60;
                } else {
                    words.add(new PageWord(word, 0.9, 1, line, x, 100 + 14.0 * line, LETTER * word.length(), 9));
                    x += LETTER * (word.length() + 0.8);
                }
            }
            line++;
        }
        return new PageWords(300, 800, 0, words);
    }
}
