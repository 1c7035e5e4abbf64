package io.liasse.capture.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.Samples;
import io.liasse.capture.ocr.NativeLibraries;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("samples")
final class BarcodesTest {
    private static final long MOST_PIXELS = 120_000_000;

    @TempDir
    static Path libraries;

    @TempDir
    Path folder;

    @BeforeAll
    static void unpack() {
        System.setProperty("jna.library.path", NativeLibraries.unpack(libraries).toString());
    }

    static Stream<Path> withCodes() throws IOException {
        try (Stream<Path> files = Files.walk(Samples.folder())) {
            return files.filter(file -> file.toString().endsWith(".codes.json")).sorted().toList().stream();
        }
    }

    /** The truth says what two other readers found; one page's code may be told once by each. */
    @ParameterizedTest
    @MethodSource("withCodes")
    void findsTheCodesThatOtherReadersFind(Path truth) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (JsonNode code : new JsonMapper().readTree(Files.readString(truth)).get("codes")) {
            expected.add(
                    code.get("page").asInt() + " " + code.get("data").asString().strip());
        }
        assertThat(found(original(truth))).containsAll(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void findsACodeHoweverThePageLies(int degrees) throws IOException {
        Path sheet = Samples.file("capture/barcodes/split-by-asn-1.pdf");
        try (PDDocument document = Loader.loadPDF(sheet.toFile());
                Scan upright = new PdfPage(document, 1, MOST_PIXELS).drawn(200);
                Scan turned = upright.turned(degrees)) {
            assertThat(Barcodes.find(upright)).isNotEmpty();
            assertThat(Barcodes.find(turned))
                    .extracting(Barcode::value)
                    .containsAll(
                            Barcodes.find(upright).stream().map(Barcode::value).toList());
        }
    }

    @Test
    void takesNoTextForACode() throws IOException {
        for (String name : List.of(
                "rendered-de/de-install-p058.jpg",
                "typewritten-fr/fr-journal-trepond-fran-0150-0003-l-medium.jpg",
                "office-en/en-8087-054.3B.tif")) {
            assertThat(found(Samples.file("ocr-pages/" + name))).isEmpty();
        }
    }

    private static Path original(Path truth) throws IOException {
        String stem = truth.getFileName().toString().replace(".codes.json", ".");
        try (Stream<Path> beside = Files.list(truth.getParent())) {
            return beside.filter(file -> file.getFileName().toString().startsWith(stem) && !file.equals(truth))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Set<String> found(Path file) throws IOException {
        List<Scan> pages = file.toString().toLowerCase(Locale.ROOT).endsWith(".pdf") ? ofPdf(file) : ofPicture(file);
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < pages.size(); i++) {
            try (Scan page = pages.get(i)) {
                for (Barcode code : Barcodes.find(page)) {
                    found.add((i + 1) + " " + code.value().strip());
                }
            }
        }
        return found;
    }

    private static List<Scan> ofPdf(Path file) throws IOException {
        List<Scan> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int number = 1; number <= document.getNumberOfPages(); number++) {
                PdfPage page = new PdfPage(document, number, MOST_PIXELS);
                pages.add(page.layer().layer() != null ? page.drawn(150) : page.scan(300));
            }
        }
        return pages;
    }

    private List<Scan> ofPicture(Path file) throws IOException {
        Task.Source source = new Task.Source(Task.Form.IMAGE, file, null, folder);
        List<Scan> pages = new ArrayList<>();
        int number = 1;
        while (number == 1 || Picture.readFrame(file, number - 1).isPresent()) {
            pages.add(ImagePages.scan(source, number++, MOST_PIXELS));
        }
        return pages;
    }
}
