package io.liasse.capture.page;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.Reading.Hint;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * A glance at a page that was just scanned, before anything is read: is it sharp, whole, the right way up? Pictures and
 * pages of PDF files that show one; whatever else a page is, it is not measured.
 */
public final class PageGlance {
    private static final int HEAD = 1024;

    private final ReaderSettings settings;
    private final OpenDocuments open;

    public PageGlance(ReaderSettings settings, OpenDocuments open) {
        this.settings = settings;
        this.open = open;
    }

    /** Looks at one page; the answer also says how many there are, 0 where the file is no scan. */
    public Answer.Glanced glance(Task.Glance task) throws IOException {
        return isPdf(task.file()) ? ofPdf(task) : ofPicture(task);
    }

    private static boolean isPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    private Answer.Glanced ofPicture(Task.Glance task) throws IOException {
        if (Picture.size(task.file()).isEmpty()) {
            return new Answer.Glanced(0, null);
        }
        int pages = Frames.count(task.file());
        Task.Source source = new Task.Source(Task.Form.IMAGE, task.file(), null, task.folder());
        try (Scan scan = ImagePages.scan(source, task.number(), settings.pixelsPerPage())) {
            return new Answer.Glanced(pages, ScanQuality.atFirstSight(scan));
        }
    }

    private Answer.Glanced ofPdf(Task.Glance task) throws IOException {
        PDDocument document = open.get(new Task.Source(Task.Form.PDF, task.file(), null, task.folder()));
        int pages = document.getNumberOfPages();
        if (pages > settings.pages()) {
            throw RefusedException.failed(null, Cause.TOO_MANY_PAGES, pages + " pages");
        }
        return new Answer.Glanced(pages, task.number() > pages ? null : ofPdf(document, task.number()));
    }

    private @Nullable Set<Hint> ofPdf(PDDocument document, int number) throws IOException {
        PageContent content = PageContent.of(document.getPage(number - 1));
        PdfPage page = new PdfPage(document, number, settings.pixelsPerPage());
        boolean scanned = content.visibleLetters() < PdfPage.HEADER_LETTERS
                && content.imageArea() > PdfPage.HALF * page.width() * page.height();
        if (!scanned) {
            return null;
        }
        try (Scan scan = page.scan(settings.resolution())) {
            return ScanQuality.atFirstSight(scan);
        }
    }
}
