package io.liasse.capture;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits of reading, each kept by killing the child process that breaks it.
 *
 * @param workers child processes; one per core
 * @param heapMegabytes Java heap of one worker
 * @param residentMegabytes all memory of one worker, heap and native
 * @param timePerPage for one page, recognition included
 * @param timePerFile for detection, text and unpacking of one file
 * @param pages most pages of one file
 * @param pixelsPerPage most pixels of one page picture
 * @param parts most files inside one file
 * @param unpackedBytes most bytes all parts of one file may have together
 * @param resolution dots per inch at which pages without a picture of their own are rendered
 * @param region ISO 3166 code of the country that telephone numbers without a country code belong to
 * @param tessdata folder of language models; null: the usual places
 * @param office LibreOffice, by which Office files are shown as they look: {@code auto} where it is on the path of the
 *     system, {@code off}, or its path
 * @param certificates folder of certificates (PEM or DER) of signers known beside those of the Java runtime; null: none
 * @param definitions folder of definitions of fields and paper forms beside those built in; null: none
 */
public record ReaderSettings(
        int workers,
        int heapMegabytes,
        int residentMegabytes,
        Duration timePerPage,
        Duration timePerFile,
        int pages,
        long pixelsPerPage,
        int parts,
        long unpackedBytes,
        int resolution,
        String region,
        @Nullable Path tessdata,
        String office,
        @Nullable Path certificates,
        @Nullable Path definitions) {
    public static ReaderSettings usual() {
        return new ReaderSettings(
                Runtime.getRuntime().availableProcessors(),
                512,
                1536,
                Duration.ofSeconds(90),
                Duration.ofSeconds(120),
                5_000,
                120_000_000L,
                2_000,
                2L << 30,
                300,
                "CH",
                null,
                "auto",
                null,
                null);
    }
}
