package io.liasse.capture.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Reading.ReadPage;
import io.liasse.capture.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoundariesTest {
    private final Boundaries boundaries = new Boundaries();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Seite 2 von 2; Freundliche Grüsse | Bern, 3. März 2026; Sehr geehrte Frau Meier; Seite 1 von 3 | numbering-restarts",
                "texte; Veuillez agréer, Madame, nos salutations | Lausanne, le 3 mars 2026; Madame, Monsieur, | salutation",
                "testo; Cordiali saluti | Fattura; Lugano, 3 marzo 2026; Gentile signora Rossi | salutation",
                "text; Yours sincerely | 3 March 2026; Dear Ms Miller, we write | salutation",
                "1/1 | Rechnung; 1/2 | numbering-restarts",
            })
    void proposesTheBeginningOfAnotherDocument(String before, String now, String reason) {
        List<Boundaries.Proposal> found = boundaries.in(pages(before, now));
        assertThat(found).extracting(Boundaries.Proposal::page).containsExactly(2);
        assertThat(found.getFirst().reasons().getFirst()).isEqualTo(reason);
        assertThat(found.getFirst().score()).isBetween(0.5, 1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sehr geehrte Frau Meier; Seite 1 von 3 | der Bericht geht weiter; Seite 2 von 3",
                "Page 3 sur 9; Cordialement | Rapport; Page 4 sur 9",
                "es regnet | und regnet weiter",
                "12 | Bern, 3. März 2026",
            })
    void proposesNothingWhereADocumentGoesOn(String before, String now) {
        assertThat(boundaries.in(pages(before, now))).isEmpty();
    }

    @Test
    void putsABlankPageBeforeTheBoundary() {
        List<ReadPage> pages = List.of(
                page(1, "Beste Grüsse", "ocr", "picture"),
                page(2, "", "ocr", "blank-page"),
                page(3, "Guten Tag Frau Meier", "ocr", "picture"));
        assertThat(boundaries.in(pages)).extracting(Boundaries.Proposal::page).containsExactly(3);
        assertThat(boundaries.in(pages).getFirst().reasons()).contains("blank-before");
    }

    private static List<ReadPage> pages(String... texts) {
        List<ReadPage> pages = new ArrayList<>();
        for (String text : texts) {
            pages.add(page(pages.size() + 1, text.replace("; ", "\n"), "ocr", "picture"));
        }
        return pages;
    }

    private static ReadPage page(int number, String text, String source, String because) {
        return new ReadPage(number, text, source, because, null, 0.9, 595, 842, List.of(), List.of());
    }

    /** Invoices and other papers one after the other; what is put together here comes from different senders. */
    @Test
    @Tag("samples")
    void findsMostBoundariesBetweenBusinessPapersAndInventsFewAnywhere() throws IOException {
        List<ReadPage> stack = new ArrayList<>();
        Set<Integer> truth = new TreeSet<>();
        Set<Integer> business = new TreeSet<>();
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            for (Path file : documents()) {
                if (reader.read(new ReadOrder(file, "x.pdf", null, null, null, Files.createTempDirectory(folder, "r")))
                        instanceof Reading.Read read) {
                    truth.add(stack.size() + 1);
                    if (!file.toString().contains("textlayer")) {
                        business.add(stack.size() + 1);
                    }
                    for (ReadPage page : read.pages()) {
                        stack.add(renumbered(page, stack.size() + 1));
                    }
                }
            }
        }
        business.remove(1);
        Set<Integer> found = new TreeSet<>();
        boundaries.in(stack).forEach(each -> found.add(each.page()));
        assertThat(share(business, found)).as("found of " + business).isGreaterThan(0.7);
        assertThat(share(found, truth)).as("right of " + found).isGreaterThan(0.9);
    }

    private static double share(Set<Integer> of, Set<Integer> in) {
        return (double) of.stream().filter(in::contains).count() / of.size();
    }

    private static ReadPage renumbered(ReadPage page, int number) {
        return new ReadPage(
                number,
                page.text(),
                page.source(),
                page.because(),
                page.language(),
                page.confidence(),
                page.width(),
                page.height(),
                page.barcodes(),
                page.fields());
    }

    private static List<Path> documents() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String kind : List.of("capture/e-invoice", "capture/pdf-textlayer", "ocr-pages/rendered-invoices")) {
            try (Stream<Path> some = Files.list(Samples.folder().resolve(kind))) {
                some.filter(file -> file.toString().matches(".*\\.(pdf|png|jpg|tif)"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }
}
