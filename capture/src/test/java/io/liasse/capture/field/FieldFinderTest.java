package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldFinderTest {
    private final FieldFinder finder =
            new FieldFinder("CH", null, Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IBAN CH93 0076 2011 6238 5295 7 Bank | iban | CH9300762011623852957 | true",
                "DE89 3704 0044 0532 0130 00 | iban | DE89370400440532013000 | true",
                "IBAN: CH93 0076 2011 6238 5295 8 | iban | CH9300762011623852958 | false",
                "AHV-Nr. 756.9217.0769.85 | insured-number | 756.9217.0769.85 | true",
                "No AVS 7569217076985 | insured-number | 756.9217.0769.85 | true",
                "N. AVS 756.9217.0769.86 | insured-number | 756.9217.0769.86 | false",
                "UID CHE-116.281.710 MWST | company-number | CHE-116.281.710 | true",
                "CHE-116.281.711 TVA | company-number | CHE-116.281.711 | false",
                "Tel. 044 668 18 00 | phone | +41446681800 | true",
                "Telefono +39 06 698 12345 | phone | +390669812345 | true",
            })
    void checksIdentifiers(String line, String name, String value, boolean valid) {
        assertThat(finder.find(page(line), null))
                .extracting(FoundField::name, FoundField::value, FoundField::valid)
                .contains(org.assertj.core.groups.Tuple.tuple(name, value, valid));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bern, 3. März 2024 | date | 2024-03-03",
                "Lausanne, le 1er août 2023 | date | 2023-08-01",
                "Lugano, 15 dicembre 2022 | date | 2022-12-15",
                "July 4th, 2021 | date | 2021-07-04",
                "4 July 2021 | date | 2021-07-04",
                "Datum 05.06.24 | date | 2024-06-05",
                "Le 5/6/1998 à Genève | date | 1998-06-05",
                "12/25/2018 4:13 PM | date | 2018-12-25",
                "2020-02-29 | date | 2020-02-29",
                "geboren am 7.8.64 | birth-date | 1964-08-07",
                "Date de naissance : 12.11.1975 | birth-date | 1975-11-12",
                "Nettobetrag CHF 1'234.50 | net-total | CHF 1234.50",
                "zum Preis von 1.234,50 € | amount | EUR 1234.50",
                "Fr. 540.– | amount | CHF 540.00",
                "Total CHF 80.90 | total | CHF 80.90",
                "Net à payer : 1 250,00 | total | 1250.00",
                "Endsumme 963,12 € | total | EUR 963.12",
                "Totale 12.50 EUR | total | EUR 12.50",
                "GRAND TOTAL 80.90 | total | 80.90",
                "Rechnungsnummer: RE-2024/118 | invoice-number | RE-2024/118",
                "Facture n° 2018-0027 | invoice-number | 2018-0027",
                "Notre réf. AB.12.345 | reference | AB.12.345",
                "Numero di polizza 8.771.002 | policy-number | 8.771.002",
                "E-Mail: Anna.Meier@example.org. | email | anna.meier@example.org",
            })
    void findsInFourLanguages(String line, String name, String value) {
        assertThat(finder.find(page(line), null))
                .extracting(FoundField::name, FoundField::value)
                .contains(org.assertj.core.groups.Tuple.tuple(name, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2024",
                "Version 1.2.3",
                "Sous total 12.50",
                "Kapitel 12.3",
                "Art. 12 Abs. 3",
                "chapitre 3 mai",
                "Rechnungsnummer siehe oben",
                "99.99.9999",
                "",
                "CHE CHE CHE"
            })
    void findsNothingInOtherText(String line) {
        assertThat(finder.find(page(line), null)).isEmpty();
    }

    @Test
    void frameIsAroundTheWordsAndAsSureAsTheLeastSure() {
        PageWords page = new PageWords(
                600,
                800,
                0,
                List.of(
                        new PageWord("Total", 0.9, 1, 1, 60, 400, 40, 10),
                        new PageWord("CHF", 0.8, 1, 1, 120, 400, 30, 10),
                        new PageWord("80.90", 0.7, 1, 1, 160, 400, 50, 12)));
        assertThat(finder.find(page, null)).singleElement().satisfies(field -> {
            assertThat(field.confidence()).isEqualTo(0.7);
            assertThat(field.x()).isEqualTo(0.2);
            assertThat(field.width()).isCloseTo(90.0 / 600, org.assertj.core.data.Offset.offset(1e-9));
            assertThat(field.y()).isEqualTo(388.0 / 800);
            assertThat(field.y() + field.height()).isCloseTo(0.5, org.assertj.core.data.Offset.offset(1e-9));
        });
    }

    @Property(tries = 300)
    void noTextBreaksIt(@ForAll String text) {
        assertThat(finder.find(page(text), null)).hasSizeLessThanOrEqualTo(200);
    }

    private static PageWords page(String line) {
        List<PageWord> words = new ArrayList<>();
        for (String word : line.strip().split("\\s+", -1)) {
            words.add(new PageWord(word, 1, 1, 1, 50 + 40.0 * words.size(), 100, 35, 10));
        }
        return new PageWords(595, 842, 0, words);
    }
}
