package io.liasse.capture.rendition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.liasse.capture.PlacedWord;
import io.liasse.capture.PlacedWords;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.worker.Task;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AltoPageTest {
    @TempDir
    Path folder;

    @Test
    void givesTheWordsOfOnePageInSharesOfIt() throws Exception {
        byte[] alto = written();
        List<PlacedWord> words = words(alto, 2);
        assertThat(words).extracting(PlacedWord::text).containsExactly("Das", "Unter-", "nehmen");
        assertThat(words.getFirst().x()).isCloseTo(0.1, within(0.001));
        assertThat(words.getFirst().y()).isCloseTo(0.1, within(0.001));
        assertThat(words.getFirst().width()).isCloseTo(0.05, within(0.001));
        assertThat(words.getFirst().height()).isCloseTo(0.02, within(0.001));
        assertThat(words.get(1).width()).isCloseTo(0.15, within(0.001));
        assertThat(words(alto, 1)).extracting(PlacedWord::text).containsExactly("Deckblatt");
        assertThat(words(alto, 3)).isEmpty();
    }

    @Test
    void givesNoneOfWhatIsNoFileOfOurs() throws Exception {
        String bomb = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><alto><Page PHYSICAL_IMG_NR=\"1\""
                + " WIDTH=\"10\" HEIGHT=\"10\"><String CONTENT=\"&b;\"/></Page></alto>";
        String long_ = "<alto><Page PHYSICAL_IMG_NR=\"1\" WIDTH=\"10\" HEIGHT=\"10\"><String CONTENT=\""
                + "x".repeat(1 << 20) + "\"/></Page></alto>";
        String wrong = "<alto><Page PHYSICAL_IMG_NR=\"1\" WIDTH=\"wide\" HEIGHT=\"10\"/></alto>";
        for (String each : List.of("", "no XML", "<alto><Page", bomb, long_, wrong)) {
            assertThat(words(each.getBytes(StandardCharsets.UTF_8), 1)).isEmpty();
        }
    }

    private static List<PlacedWord> words(byte[] alto, int page) throws IOException {
        return PlacedWords.of(new ByteArrayInputStream(alto), page);
    }

    private byte[] written() throws IOException {
        new PageWords(600, 800, 0, List.of(new PageWord("Deckblatt", 1, 1, 1, 60, 96, 30, 16))).write(folder, 1);
        List<PageWord> words = List.of(
                new PageWord("Das", 0.95, 1, 1, 60, 96, 30, 16),
                new PageWord("Unter-", 0.9, 1, 1, 100, 96, 90, 16),
                new PageWord("nehmen", 0.8, 1, 2, 60, 120, 60, 16));
        new PageWords(600, 800, 0, words).write(folder, 2);
        Task.Source source = new Task.Source(Task.Form.IMAGE, folder, null, folder);
        return Files.readAllBytes(Alto.write(new Task.Assemble(source, 2, List.of(), List.of("de", "de")))
                .file());
    }
}
