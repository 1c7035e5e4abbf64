package io.liasse.capture.page;

import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Keeps the PDF files open whose pages are being read, so that a page does not cost the opening of its file. At most
 * three; each is opened anew after some hundred pages, because PDFBox keeps what it has parsed. Not thread-safe.
 */
public final class OpenDocuments {
    private static final int MOST = 3;
    private static final int PAGES_BEFORE_REOPENING = 200;

    private final Map<Task.Source, Open> open = new LinkedHashMap<>(8, 0.75f, true);

    private static final class Open {
        final PDDocument document;
        int uses;

        Open(PDDocument document) {
            this.document = document;
        }
    }

    /** Opens a PDF file; damaged ones as far as PDFBox can repair them. */
    public static PDDocument load(Task.Source source) throws IOException {
        String password = source.password() == null ? "" : source.password();
        try {
            return Loader.loadPDF(source.file().toFile(), password, IOUtils.createTempFileOnlyStreamCache());
        } catch (InvalidPasswordException e) {
            throw new RefusedException(new Answer.NeedsPassword("application/pdf"));
        }
    }

    PDDocument get(Task.Source source) throws IOException {
        Open kept = open.get(source);
        if (kept != null && kept.uses >= PAGES_BEFORE_REOPENING) {
            open.remove(source);
            kept.document.close();
            kept = null;
        }
        if (kept == null) {
            kept = new Open(load(source));
            open.put(source, kept);
            closeEldest();
        }
        kept.uses++;
        return kept.document;
    }

    private void closeEldest() throws IOException {
        if (open.size() > MOST) {
            Iterator<Open> eldest = open.values().iterator();
            eldest.next().document.close();
            eldest.remove();
        }
    }

    /** Closes what is open for the document with this folder. */
    public void forget(Path folder) throws IOException {
        Iterator<Map.Entry<Task.Source, Open>> entries = open.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Task.Source, Open> entry = entries.next();
            if (entry.getKey().folder().equals(folder)) {
                entries.remove();
                entry.getValue().document.close();
            }
        }
    }
}
