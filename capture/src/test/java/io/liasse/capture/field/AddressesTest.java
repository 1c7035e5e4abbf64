package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressesTest {
    private final FieldFinder finder = new FieldFinder("CH", null, Clock.systemUTC());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Meier-Rossi|Bahnhofstrasse 12a|8001 Zürich",
                "Hôpital du Jura|Chemin de l'Hôpital 9|CH-2900 Porrentruy",
                "Beispiel GmbH & Co. KG|Königstraße 5-7|D-70173 Stuttgart",
                "Mairie de Lyon|12 bis, rue de la République|69001 Lyon",
                "Studio Bianchi|Via Giuseppe Verdi, 14|20121 Milano (MI)",
                "Magistrat Graz|Hauptplatz 1|A-8010 Graz",
                "Stiftung Pro Senectute|Postfach 2230|6501 Bellinzona"
            })
    void findsAddressesOfFiveCountries(String lines) {
        assertThat(finder.find(page(lines.split("\\|")), null))
                .extracting(FoundField::name, FoundField::value)
                .contains(tuple("address", lines.replace("|", ", ")));
    }

    @Test
    void tellsSenderFromRecipient() {
        PageWords page = page(
                "Spitex Muster AG · Dorfweg 3 · 3011 Bern", "", "Frau", "Anna Meier", "Seestrasse 8", "8802 Kilchberg");

        assertThat(finder.letterhead(page))
                .extracting(FoundField::name, FoundField::value)
                .contains(
                        tuple("sender", "Spitex Muster AG"),
                        tuple("sender-address", "Dorfweg 3, 3011 Bern"),
                        tuple("recipient", "Frau, Anna Meier, Seestrasse 8, 8802 Kilchberg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Artikel 12|3000 Stück", "Total 2024|1200 Franken", "Seite 3|2019 Version"})
    void leavesOtherNumbersAlone(String lines) {
        assertThat(finder.find(page(lines.split("\\|")), null))
                .extracting(FoundField::name)
                .doesNotContain("sender");
    }

    private static PageWords page(String... lines) {
        List<PageWord> words = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            double x = 50;
            for (String word : lines[line].split(" ")) {
                if (!word.isEmpty()) {
                    words.add(new PageWord(word, 1, 1, line, x, 100 + 14 * line, 5.0 * word.length(), 10));
                    x += 5.0 * word.length() + 4;
                }
            }
        }
        return new PageWords(595, 842, 0, words);
    }
}
