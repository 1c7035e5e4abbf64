package io.liasse.capture.page;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.ReadPage;
import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one page of any form: text from its layer or by recognition, words, barcodes and pictures. */
public final class PageReading {
    private static final int SCREEN_RESOLUTION = 150;
    private static final String SET_FROM_TEXT = "text-file";

    private final ReaderSettings settings;
    private final ScanReading scans;
    private final OpenDocuments open;

    public PageReading(ReaderSettings settings, Recogniser recogniser, OpenDocuments open) {
        this.settings = settings;
        this.scans = new ScanReading(recogniser);
        this.open = open;
    }

    /** Reads the page and leaves words, text and pictures in the document's folder. */
    public Answer.PageRead read(Task.Page task) throws IOException {
        return switch (task.source().form()) {
            case IMAGE ->
                recognised(task, ImagePages.scan(task.source(), task.number(), settings.pixelsPerPage()), "picture");
            case PDF -> ofPdf(task);
            case TEXT -> ofText(task);
        };
    }

    /** The file with the exact text of a page. */
    public static Path textFile(Path folder, int page) {
        return folder.resolve("text").resolve("%05d.txt".formatted(page));
    }

    private PdfPage pdfPage(Task.Page task) throws IOException {
        return new PdfPage(open.get(task.source()), task.number(), settings.pixelsPerPage());
    }

    private Answer.PageRead ofPdf(Task.Page task) throws IOException {
        PdfPage page = pdfPage(task);
        PdfPage.Choice choice = page.layer();
        Layer.@Nullable Text layer = choice.layer();
        if (layer != null) {
            writeText(task, layer.text());
            return layered(task, page, layer, choice.because());
        }
        return recognised(task, page.scan(settings.resolution()), choice.because());
    }

    private Answer.PageRead ofText(Task.Page task) throws IOException {
        PdfPage page = pdfPage(task);
        String text = Files.readString(textFile(task.source().folder(), task.number()));
        List<PageWord> words = Layer.of(open.get(task.source()), task.number()).words();
        return layered(task, page, new Layer.Text(text, words), SET_FROM_TEXT);
    }

    /** A page that was only set from text has no barcodes. */
    private Answer.PageRead layered(Task.Page task, PdfPage page, Layer.Text layer, String because) throws IOException {
        Path folder = task.source().folder();
        new PageWords(page.width(), page.height(), 0, layer.words()).write(folder, task.number());
        String language = Language.detect(layer.text()).map(Language::code).orElse(null);
        try (Scan scan = page.drawn(SCREEN_RESOLUTION)) {
            List<Barcode> barcodes = because.equals(SET_FROM_TEXT) ? List.of() : Barcodes.find(scan);
            List<Derived> pictures = Pictures.write(scan, folder, task.number());
            return new Answer.PageRead(
                    new ReadPage(
                            task.number(),
                            layer.text(),
                            "layer",
                            because,
                            language,
                            null,
                            page.width(),
                            page.height(),
                            barcodes,
                            List.of()),
                    pictures,
                    0);
        }
    }

    private Answer.PageRead recognised(Task.Page task, Scan scan, String because) throws IOException {
        try (scan) {
            ScanReading.Result result = scans.read(scan, task.language());
            if (result.turn() == 0) {
                return recognised(task, scan, result, because);
            }
            try (Scan upright = scan.turned(result.turn())) {
                return recognised(task, upright, result, because);
            }
        }
    }

    private static Answer.PageRead recognised(Task.Page task, Scan scan, ScanReading.Result result, String because)
            throws IOException {
        Path folder = task.source().folder();
        Placement.words(scan, result).write(folder, task.number());
        String text = result.recognition().text();
        writeText(task, text);
        Language language = result.language();
        ReadPage page = new ReadPage(
                task.number(),
                text,
                "ocr",
                because,
                language == null ? null : language.code(),
                text.isEmpty() ? null : result.recognition().confidence(),
                scan.width(),
                scan.height(),
                Barcodes.find(scan),
                List.of());
        boolean kept = task.source().form() == Task.Form.IMAGE
                && !PageImages.isJpeg(task.source().file());
        if (kept) {
            PageImages.keep(scan.picture(), folder, task.number());
        }
        int turn = kept ? 0 : task.source().form() == Task.Form.IMAGE ? scan.turned() : result.turn();
        return new Answer.PageRead(page, Pictures.write(scan, folder, task.number()), turn);
    }

    private static void writeText(Task.Page task, String text) throws IOException {
        Path file = textFile(task.source().folder(), task.number());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
