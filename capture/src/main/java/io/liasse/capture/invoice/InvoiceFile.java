package io.liasse.capture.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The e-invoice of a document, kept in a file of its folder from the first look until all pages are read. */
public final class InvoiceFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InvoiceFile() {}

    /** Keeps it. */
    public static void write(Path folder, EInvoice invoice) throws IOException {
        Files.writeString(file(folder), JSON.writeValueAsString(invoice));
    }

    /** The one that was kept. */
    public static Optional<EInvoice> read(Path folder) throws IOException {
        Path file = file(folder);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readString(file), EInvoice.class))
                : Optional.empty();
    }

    private static Path file(Path folder) {
        return folder.resolve("invoice.json");
    }
}
