package io.liasse.capture;

/**
 * Reads files in child processes, one per core, kept warm. Pages of one file are spread over all of them. A file that
 * crashes, hangs or exhausts its process comes back as {@link Reading.Unreadable}; the process is replaced. Thread-safe;
 * reading blocks. Close ends the processes.
 */
public final class DocumentReader implements AutoCloseable {
    private final ReaderSettings settings;

    public DocumentReader(ReaderSettings settings) {
        this.settings = settings;
    }

    /** Reads the file and leaves what is derived in the folder of the order. */
    public Reading read(ReadOrder order) {
        throw new UnsupportedOperationException(settings + " " + order);
    }

    @Override
    public void close() {}
}
