package io.liasse.capture;

import io.liasse.capture.worker.Children;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads files in child processes, one per core, kept warm. Pages of one file are spread over all of them, and files read
 * at the same time take turns page by page. A file that crashes, hangs or exhausts its process comes back as
 * {@link Reading.Unreadable}; the process is replaced, and what others read is untouched. Thread-safe; reading blocks.
 * Close ends the processes; they also end by themselves when this process dies.
 *
 * <p>A page that cannot be read within a document that otherwise can is kept with empty text and the source
 * {@code none}. The document as a whole is unreadable when no page could be read, or when its pages have cost more than
 * three processes.
 *
 * <p>The PDF rendition of a PDF file whose pages all have good text is the original file itself: its path is that of the
 * order, not one in the order's folder.
 */
public final class DocumentReader implements AutoCloseable {
    private final ReaderSettings settings;
    private final WorkFolder folder;
    private final Children children;

    /**
     * Prepares the child processes; they start with {@link #warmUp} or the first file.
     *
     * @throws IllegalStateException where a language model is missing (its message names the Debian package to install),
     *     or when run from a jar with nested jars, whose classes a child process cannot load
     */
    public DocumentReader(ReaderSettings settings) {
        this.settings = settings;
        this.folder = WorkFolder.make();
        this.children = new Children(settings, folder.path());
    }

    /** Starts the child processes, so that the first file need not wait for them. Returns at once. */
    public void warmUp() {
        children.start();
    }

    /** Reads the file and leaves what is derived in the folder of the order. */
    public Reading read(ReadOrder order) {
        try (Children.Queue queue = children.queue(order.folder())) {
            return new Course(order, settings, queue).read();
        }
    }

    /** Process ids of the child processes that are alive, to watch them from outside. */
    public List<Long> processes() {
        return children.pids();
    }

    Path folder() {
        return folder.path();
    }

    @Override
    public void close() {
        children.close();
        folder.delete();
    }
}
