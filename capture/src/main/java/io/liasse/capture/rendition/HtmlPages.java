package io.liasse.capture.rendition;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.page.PageReading;
import io.liasse.capture.worker.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/**
 * Lays HTML out on A4 pages as it looks: tables, colours, pictures that are in it. Nothing is loaded from anywhere. The
 * exact text is kept beside it, as {@link TextPages} does, since no font has all letters; it is shared out over the pages
 * by the number of their words.
 */
public final class HtmlPages {
    private static final Pattern WORD = Pattern.compile("\\S+\\s*");

    private HtmlPages() {}

    /** Writes the pages to the document's folder; the HTML must have gone through {@link CleanHtml}. */
    public static TextPages write(Document html, String text, Path folder, int mostPages) throws IOException {
        Path pdf = folder.resolve("document.pdf");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pdf))) {
            render(html, out);
        }
        try (PDDocument document = Loader.loadPDF(pdf.toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw new IOException("no pages");
            }
            if (pages > mostPages) {
                throw RefusedException.failed(null, Cause.TOO_MANY_PAGES, pages + " pages");
            }
            share(text, words(document, pages), folder);
            return new TextPages(pdf, pages);
        }
    }

    private static void render(Document html, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith("data:image/"),
                ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useExternalResourceAccessControl(
                (address, type) -> address.startsWith("data:image/"),
                ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
        builder.useReplacementText("\u25A1");
        builder.useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory());
        builder.useUnicodeBidiReorderer(new ICUBidiReorderer());
        Typefaces.lay(builder);
        builder.withW3cDocument(W3CDom.convert(html), null);
        builder.toStream(out);
        builder.run();
    }

    private static List<Integer> words(PDDocument document, int pages) throws IOException {
        List<Integer> words = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper();
        for (int page = 1; page <= pages; page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            words.add((int)
                    WORD.matcher(stripper.getText(document).strip()).results().count());
        }
        return words;
    }

    private static void share(String text, List<Integer> words, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("text"));
        List<Integer> ends = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            ends.add(matcher.end());
        }
        int all = Math.max(1, words.stream().mapToInt(Integer::intValue).sum());
        int seen = 0;
        int from = 0;
        for (int page = 1; page <= words.size(); page++) {
            seen += words.get(page - 1);
            int end = page == words.size() ? text.length() : end(ends, (long) seen * ends.size() / all);
            Files.writeString(
                    PageReading.textFile(folder, page),
                    text.substring(from, Math.max(from, end)).strip());
            from = Math.max(from, end);
        }
    }

    private static int end(List<Integer> ends, long words) {
        return words == 0 ? 0 : ends.get((int) words - 1);
    }
}
