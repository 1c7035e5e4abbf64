package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PrintedTest {
    private final Printed printed = printed(
            "Rechnungsnummer RE-2024/118 Bern, 3. März 2024 Robert Schneider AG Rue du Lac 12",
            "IBAN CH93 0076 2011 6238 5295 7",
            "Zu zahlen CHF 1'756.05");

    @Test
    void agreesHoweverItIsWritten() {
        assertThat(printed.code("CH9300762011623852957", "iban")).isEmpty();
        assertThat(printed.code("RE-2024/118", "invoice-number")).isEmpty();
        assertThat(printed.date("2024-03-03", "date")).isEmpty();
        assertThat(printed.amount("CHF 1756.05", true)).isEmpty();
        assertThat(printed.amount("CHF 1756.07", true)).isEmpty();
        assertThat(printed.name("Robert Schneider AG")).isEmpty();
    }

    @Test
    void saysWhatThePageSaysInstead() {
        assertThat(printed.code("CH5604835012345678009", "iban")).contains("differs|CH9300762011623852957");
        assertThat(printed.code("RE-2024/119", "invoice-number")).contains("differs|RE-2024/118");
        assertThat(printed.date("2024-03-04", "date")).contains("differs|2024-03-03");
        assertThat(printed.amount("CHF 2756.05", true)).contains("differs|CHF 1756.05");
        assertThat(printed.name("Fremde Firma GmbH")).contains("not-printed");
    }

    @Test
    void saysNothingOfPagesWithoutText() {
        Printed empty = printed("Total");

        assertThat(empty.code("CH5604835012345678009", "iban")).isEmpty();
        assertThat(empty.amount("CHF 10.00", true)).isEmpty();
    }

    private static Printed printed(String... lines) {
        List<PageWord> words = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            for (String word : lines[line].split(" ")) {
                words.add(new PageWord(word, 1, 1, line, 20 + 50.0 * words.size() % 500, 100 + 20 * line, 45, 10));
            }
        }
        PageWords page = new PageWords(595, 842, 0, words);
        return new Printed(List.of(page), new FieldFinder("CH", null, Clock.systemUTC()).find(page, "de"));
    }
}
