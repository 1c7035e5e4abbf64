package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DefinitionsTest {
    @TempDir
    Path folder;

    @Test
    void takesUpAFileWithoutARestartAndDropsItAgain() throws IOException {
        FieldFinder finder = new FieldFinder("CH", folder, Clock.systemUTC());
        PageWords page = page("Parzelle: 4711 Meter");
        assertThat(finder.find(page, null)).isEmpty();

        Path file = folder.resolve("land.json");
        Files.writeString(file, """
                {"type": "decision", "fields": [
                  {"name": "plot", "kind": "code", "labels": {"de": ["Parzelle"], "fr": ["Parcelle"]}}]}
                """);
        assertThat(finder.find(page, null))
                .extracting(FoundField::name, FoundField::value)
                .contains(tuple("plot", "4711"));

        Files.delete(file);
        assertThat(finder.find(page, null)).isEmpty();
    }

    @Test
    void saysWhatPeopleCallEachField() throws IOException {
        Files.writeString(folder.resolve("a.json"), """
                {"fields": [
                  {"name": "plot", "title": {"de": "Parzellennummer", "fr": "Numéro de parcelle"},
                   "kind": "code", "labels": {"de": ["Parz."]}},
                  {"name": "lane", "kind": "text", "labels": {"it": ["Via"], "de": ["Gasse", "Weg"]}}]}
                """);

        assertThat(new Definitions(folder).listed().getFirst().titles())
                .containsEntry("plot", Map.of("de", "Parzellennummer", "fr", "Numéro de parcelle"))
                .containsEntry("lane", Map.of("it", "Via", "de", "Gasse"));
        Files.writeString(folder.resolve("a.json"), """
                {"fields": [{"name": "plot", "title": {"es": "Número", "de": ""}, "labels": {"de": ["Parz."]}}]}
                """);
        assertThat(new Definitions(folder).listed().getFirst().problems())
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].title.es:"))
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].title.de:"));
    }

    @Test
    void checksAndShapesAsDefined() throws IOException {
        Files.writeString(folder.resolve("slip.json"), """
                {"fields": [
                  {"name": "esr", "kind": "code", "labels": {"de": ["Referenznummer"]}, "pattern": "[\\\\d ]{27,33}",
                   "check": "mod10", "where": ["right"]}]}
                """);
        FieldFinder finder = new FieldFinder("CH", folder, Clock.systemUTC());

        assertThat(finder.find(page("Referenznummer 210000000003139471430009017"), null))
                .extracting(FoundField::name, FoundField::valid)
                .contains(tuple("esr", true));
        assertThat(finder.find(page("Referenznummer 210000000003139471430009018"), null))
                .extracting(FoundField::name, FoundField::valid)
                .contains(tuple("esr", false));
    }

    @Test
    void saysWhatIsWrongAndWhere() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"fields\": [");
        Files.writeString(folder.resolve("b.json"), """
                {"fields": [{"name": "Not A Key", "kind": "colour", "labels": {"es": ["Número"]}, "pattern": "(",
                             "shape": 1}],
                 "forms": [{"name": "f", "anchors": [{"text": "Only", "x": 0.1, "y": 7}],
                            "zones": [{"name": "z", "kind": "text", "box": [0, 0, 1]}]}]}
                """);
        List<Definitions.Listed> listed = new Definitions(folder).listed();

        assertThat(listed.getFirst().problems()).singleElement().asString().startsWith("no JSON: line 1");
        assertThat(listed.getLast().problems())
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].name:"))
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].kind: one of [code"))
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].labels.es:"))
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].pattern:"))
                .anySatisfy(each -> assertThat(each).startsWith("fields[0].shape: not known"))
                .anySatisfy(each -> assertThat(each).startsWith("forms[0].anchors: two at least"))
                .anySatisfy(each -> assertThat(each).startsWith("forms[0].anchors[0].y:"))
                .anySatisfy(each -> assertThat(each).startsWith("forms[0].zones[0].box:"));
    }

    @Test
    void findsWhatStandsFartherRightAndBelow() {
        FieldFinder finder = new FieldFinder("CH", null, Clock.systemUTC());
        List<PageWord> words = new ArrayList<>();
        words.add(new PageWord("Rechnungsnummer", 1, 1, 1, 50, 100, 90, 10));
        words.add(new PageWord("Kundennummer", 1, 1, 2, 50, 116, 80, 10));
        words.add(new PageWord("2024-118", 1, 2, 9, 300, 100, 50, 10));
        words.add(new PageWord("K-4711", 1, 2, 10, 300, 116, 40, 10));
        words.add(new PageWord("Fällig", 1, 3, 11, 50, 200, 30, 10));
        words.add(new PageWord("am", 1, 3, 11, 85, 200, 15, 10));
        words.add(new PageWord("12.12.2024", 1, 3, 12, 50, 214, 60, 10));

        assertThat(finder.find(new PageWords(595, 842, 0, words), "de"))
                .extracting(FoundField::name, FoundField::value)
                .contains(
                        tuple("invoice-number", "2024-118"),
                        tuple("customer-number", "K-4711"),
                        tuple("due-date", "2024-12-12"));
    }

    private static PageWords page(String line) {
        List<PageWord> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(new PageWord(word, 1, 1, 1, 50 + 40.0 * words.size(), 100, 35, 10));
        }
        return new PageWords(595, 842, 0, words);
    }
}
