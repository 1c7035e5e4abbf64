package io.liasse.capture.detect;

import io.liasse.capture.invoice.EInvoice;
import io.liasse.capture.invoice.InvoiceFile;
import io.liasse.capture.invoice.InvoiceReading;
import io.liasse.capture.rendition.InvoicePages;
import io.liasse.capture.rendition.TextPages;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at XML files: an e-invoice is set on pages for people to read. */
final class InvoiceInspection {
    private final InvoiceReading invoices;

    InvoiceInspection(InvoiceReading invoices) {
        this.invoices = invoices;
    }

    /** Empty where the file is no invoice that can be read; then it is text like any other. */
    Optional<Answer> inspect(Task.Inspect task, String mediaType) throws IOException {
        if (!mediaType.endsWith("/xml") && !mediaType.endsWith("+xml")) {
            return Optional.empty();
        }
        Optional<EInvoice> read = invoices.read(task.file());
        if (read.isEmpty() || read.get().terms().isEmpty()) {
            return Optional.empty();
        }
        EInvoice invoice = read.get();
        InvoiceFile.write(task.folder(), invoice);
        TextPages pages = InvoicePages.write(invoice, task.folder());
        return Optional.of(new Answer.Inspected(
                mediaType,
                title(invoice),
                date(invoice),
                null,
                Task.Form.TEXT,
                pages.pdf(),
                pages.number(),
                List.of(),
                List.of()));
    }

    private static @Nullable String title(EInvoice invoice) {
        String title = Stream.of(invoice.first("BT-27"), invoice.first("BT-1"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return title.isEmpty() ? null : title;
    }

    private static @Nullable LocalDate date(EInvoice invoice) {
        try {
            return invoice.first("BT-2").map(LocalDate::parse).orElse(null);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
