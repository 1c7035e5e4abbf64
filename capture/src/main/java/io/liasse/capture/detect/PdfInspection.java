package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.form.XfaData;
import io.liasse.capture.invoice.EInvoice;
import io.liasse.capture.invoice.HybridInvoice;
import io.liasse.capture.invoice.InvoiceFile;
import io.liasse.capture.invoice.InvoiceReading;
import io.liasse.capture.page.OpenDocuments;
import io.liasse.capture.signature.Signatures;
import io.liasse.capture.unpack.Outer;
import io.liasse.capture.unpack.Parts;
import io.liasse.capture.unpack.PdfParts;
import io.liasse.capture.whole.PageFields;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens a PDF file: number of pages, title, files attached, signatures. */
final class PdfInspection {
    private static final Set<String> TYPES = Set.of("application/pdf", "application/illustrator");

    private final ReaderSettings settings;
    private final TikaParts tika;
    private final Signatures signatures;
    private final InvoiceReading invoices;

    PdfInspection(ReaderSettings settings, TikaParts tika, Signatures signatures, InvoiceReading invoices) {
        this.settings = settings;
        this.tika = tika;
        this.signatures = signatures;
        this.invoices = invoices;
    }

    static boolean reads(String mediaType) {
        return TYPES.contains(mediaType);
    }

    Answer inspect(Task.Inspect task, String mediaType) throws IOException {
        Task.Source source = new Task.Source(Task.Form.PDF, task.file(), task.password(), task.folder());
        try (PDDocument document = OpenDocuments.load(source)) {
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                throw RefusedException.failed(mediaType, Cause.DAMAGED, "no pages");
            }
            if (pages > settings.pages()) {
                throw RefusedException.failed(mediaType, Cause.TOO_MANY_PAGES, pages + " pages");
            }
            Parts parts = new Parts(task.file(), task.folder(), Outer.of(mediaType), settings, tika.detector());
            PdfParts.unpack(document, parts);
            Optional<EInvoice> invoice = HybridInvoice.of(document, parts.found(), invoices);
            if (invoice.isPresent()) {
                InvoiceFile.write(task.folder(), invoice.get());
            }
            List<FoundField> data = XfaData.in(document);
            if (!data.isEmpty()) {
                PageFields.write(task.folder(), 0, data);
            }
            String title = Titles.clean(document.getDocumentInformation().getTitle());
            return new Answer.Inspected(
                    mediaType,
                    title,
                    null,
                    Scanner.of(document),
                    Task.Form.PDF,
                    task.file(),
                    pages,
                    parts.found(),
                    signatures.of(document, task.file()));
        }
    }
}
