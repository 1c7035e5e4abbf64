package io.liasse.capture.page;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.Reading.Hint;
import io.liasse.capture.Reading.ReadPage;
import io.liasse.capture.form.PdfForm;
import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one page of any form: text from its layer or by recognition, words, barcodes and pictures. */
public final class PageReading {
    private static final int SCREEN_RESOLUTION = 150;
    private static final String SET_FROM_TEXT = "text-file";

    private final ReaderSettings settings;
    private final ScanReading scans;
    private final PartialLayer partial;
    private final OpenDocuments open;
    private final PdfForm forms = new PdfForm();

    public PageReading(ReaderSettings settings, Recogniser recogniser, OpenDocuments open) {
        this.settings = settings;
        this.scans = new ScanReading(recogniser);
        this.partial = new PartialLayer(scans, settings.resolution());
        this.open = open;
    }

    /** Reads the page and leaves words, text and pictures in the document's folder. */
    public Answer.PageRead read(Task.Page task) throws IOException {
        return switch (task.source().form()) {
            case IMAGE -> {
                Scan scan = ImagePages.scan(task.source(), task.number(), settings.pixelsPerPage());
                yield recognised(task, scan, "picture", Layer.Text.NONE);
            }
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
        List<FoundField> filled = forms.on(open.get(task.source()), task.number());
        Layer.Text whole = FilledText.after(choice.kept(), filled, page.width(), page.height());
        Answer.PageRead read = choice.layer() == null
                ? recognised(task, page.scan(settings.resolution()), choice.because(), whole)
                : ofLayer(task, page, choice, whole);
        return filled(read, filled);
    }

    private static Answer.PageRead filled(Answer.PageRead read, List<FoundField> filled) {
        return filled.isEmpty() ? read : new Answer.PageRead(read.page().with(filled), read.pictures(), read.turn());
    }

    private Answer.PageRead ofLayer(Task.Page task, PdfPage page, PdfPage.Choice choice, Layer.Text whole)
            throws IOException {
        try (Scan drawn = page.drawn(SCREEN_RESOLUTION)) {
            Optional<Box> print = UncoveredText.in(drawn, choice.pictures(), whole.words());
            Optional<PartialLayer.Completed> completed =
                    print.isEmpty() ? Optional.empty() : partial.read(page, print.get(), whole, task.language());
            return completed.isEmpty()
                    ? layered(task, drawn, whole, choice.because())
                    : completed(task, drawn, completed.get());
        }
    }

    private Answer.PageRead ofText(Task.Page task) throws IOException {
        PdfPage page = pdfPage(task);
        String text = Files.readString(textFile(task.source().folder(), task.number()));
        List<PageWord> words = Layer.of(open.get(task.source()), task.number()).words();
        try (Scan drawn = page.drawn(SCREEN_RESOLUTION)) {
            return layered(task, drawn, new Layer.Text(text, words), SET_FROM_TEXT);
        }
    }

    /** A page that was only set from text has no barcodes. */
    private static Answer.PageRead layered(Task.Page task, Scan drawn, Layer.Text layer, String because)
            throws IOException {
        new PageWords(drawn.width(), drawn.height(), 0, layer.words())
                .write(task.source().folder(), task.number());
        if (!because.equals(SET_FROM_TEXT)) {
            writeText(task, layer.text());
        }
        ReadPage page = new ReadPage(
                task.number(),
                layer.text(),
                "layer",
                because,
                Language.detect(layer.text()).map(Language::code).orElse(null),
                null,
                drawn.width(),
                drawn.height(),
                because.equals(SET_FROM_TEXT) ? List.of() : Barcodes.find(drawn),
                List.of());
        return new Answer.PageRead(page, Pictures.write(drawn, task.source().folder(), task.number()), 0);
    }

    private static Answer.PageRead completed(Task.Page task, Scan drawn, PartialLayer.Completed completed)
            throws IOException {
        String text = write(task, completed.joined());
        ReadPage page = new ReadPage(
                task.number(),
                text,
                "ocr",
                "partial-layer",
                Language.detect(text).map(Language::code).orElse(null),
                completed.confidence(),
                drawn.width(),
                drawn.height(),
                Barcodes.find(drawn),
                List.of());
        return new Answer.PageRead(page, Pictures.write(drawn, task.source().folder(), task.number()), 0);
    }

    private Answer.PageRead recognised(Task.Page task, Scan scan, String because, Layer.Text kept) throws IOException {
        try (scan) {
            ScanReading.Result result =
                    task.upright() ? scans.readUpright(scan, task.language()) : scans.read(scan, task.language());
            Set<Hint> hints = ScanQuality.of(scan);
            if (result.turn() == 0) {
                return hinted(recognised(task, scan, result, because, kept), hints);
            }
            hints.add(result.turn() == 180 ? Hint.UPSIDE_DOWN : Hint.ON_ITS_SIDE);
            try (Scan upright = scan.turned(result.turn())) {
                return hinted(recognised(task, upright, result, because, kept), hints);
            }
        }
    }

    /** Of a page without anything on it there is nothing else to say. */
    private static Answer.PageRead hinted(Answer.PageRead read, Set<Hint> hints) {
        ReadPage page = read.page();
        return new Answer.PageRead(
                page.hinted(page.blank() ? EnumSet.of(Hint.BLANK) : hints), read.pictures(), read.turn());
    }

    private static Answer.PageRead recognised(
            Task.Page task, Scan scan, ScanReading.Result result, String because, Layer.Text kept) throws IOException {
        Path folder = task.source().folder();
        String text = written(task, scan, result, kept);
        Language language = result.language();
        ReadPage page = new ReadPage(
                task.number(),
                text,
                "ocr",
                Blank.is(scan, text) ? "blank-page" : because,
                language == null ? null : language.code(),
                text.isEmpty() ? null : result.recognition().confidence(),
                scan.width(),
                scan.height(),
                Barcodes.find(scan),
                List.of());
        boolean image = task.source().form() == Task.Form.IMAGE;
        boolean stored = image && PageImages.keep(scan.picture(), task.source(), task.number());
        int turn = stored ? 0 : image ? scan.turned() : result.turn();
        return new Answer.PageRead(page, Pictures.write(scan, folder, task.number()), turn);
    }

    private static String written(Task.Page task, Scan scan, ScanReading.Result result, Layer.Text kept)
            throws IOException {
        PageWords words = Placement.words(scan, result);
        if (!kept.isEmpty()) {
            return write(task, Joined.of(kept.turned(result.turn(), scan), words));
        }
        words.write(task.source().folder(), task.number());
        writeText(task, result.recognition().text());
        return result.recognition().text();
    }

    private static String write(Task.Page task, Joined joined) throws IOException {
        joined.words().write(task.source().folder(), task.number());
        joined.added().writeLacking(task.source().folder(), task.number());
        writeText(task, joined.text());
        return joined.text();
    }

    private static void writeText(Task.Page task, String text) throws IOException {
        Path file = textFile(task.source().folder(), task.number());
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
