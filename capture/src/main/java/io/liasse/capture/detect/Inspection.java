package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.invoice.InvoiceReading;
import io.liasse.capture.signature.Signatures;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;

/** The first look at a file: detects its type by its bytes and gives it to the one who knows that type. */
public final class Inspection {
    private final TikaParts tika = new TikaParts();
    private final InvoiceInspection invoices;
    private final PdfInspection pdfs;
    private final ImageInspection images;
    private final HeifInspection heifs;
    private final TextInspection texts;

    public Inspection(ReaderSettings settings) {
        Signatures signatures = new Signatures(settings.certificates());
        InvoiceReading invoices = new InvoiceReading();
        this.invoices = new InvoiceInspection(invoices);
        this.pdfs = new PdfInspection(settings, tika, signatures, invoices);
        this.images = new ImageInspection(settings);
        this.heifs = new HeifInspection(settings);
        this.texts = new TextInspection(settings, tika, signatures);
    }

    /** Looks at the file; files inside it and text pages made of it go to the folder of the task. */
    public Answer inspect(Task.Inspect task) throws IOException {
        if (Files.size(task.file()) == 0) {
            return new Answer.Failed(null, Cause.EMPTY, "");
        }
        MediaType type = detect(task);
        String mediaType = type.getBaseType().toString();
        try {
            return inspect(task, type, mediaType);
        } catch (RefusedException e) {
            throw new RefusedException(named(e.answer(), mediaType));
        } catch (IOException | RuntimeException e) {
            return new Answer.Failed(mediaType, Cause.DAMAGED, e.getClass().getSimpleName());
        }
    }

    private Answer inspect(Task.Inspect task, MediaType type, String mediaType) throws IOException {
        if (PdfInspection.reads(mediaType)) {
            return pdfs.inspect(task, mediaType);
        }
        if (ImageInspection.reads(mediaType)) {
            return images.inspect(task, mediaType);
        }
        if (HeifInspection.reads(mediaType)) {
            return heifs.inspect(task, mediaType);
        }
        Optional<Answer> invoice = invoices.inspect(task, mediaType);
        if (invoice.isPresent()) {
            return invoice.get();
        }
        return texts.reads(type) ? texts.inspect(task, type) : new Answer.Unsupported(mediaType, null);
    }

    private MediaType detect(Task.Inspect task) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, task.name());
        if (task.mediaTypeHint() != null) {
            metadata.set(TikaCoreProperties.CONTENT_TYPE_HINT, task.mediaTypeHint());
        }
        try (TikaInputStream in = TikaInputStream.get(task.file())) {
            return tika.detector().detect(in, metadata);
        }
    }

    private static Answer named(Answer answer, String mediaType) {
        if (answer instanceof Answer.NeedsPassword) {
            return new Answer.NeedsPassword(mediaType);
        }
        return answer instanceof Answer.Failed(String none, Cause cause, String detail) && none == null
                ? new Answer.Failed(mediaType, cause, detail)
                : answer;
    }
}
