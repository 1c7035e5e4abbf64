package io.liasse.capture;

import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.Children;
import io.liasse.capture.worker.Task;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    private static final Duration LONGEST_GLANCE = Duration.ofSeconds(10);

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

    /** Makes documents out of pages that were read, with their renditions, and leaves them in the folder of the order. */
    public Dividing divide(DivideOrder order) {
        try (Children.Queue queue = children.queue(order.folder())) {
            return switch (queue.ask(() -> new Task.Divide(order), settings.timePerFile())
                    .join()) {
                case Answer.Divided(List<Dividing.Piece> pieces) -> new Dividing.Divided(pieces);
                case Answer.Failed failed -> new Dividing.Impossible(failed.cause(), failed.detail());
                case Answer.NeedsPassword _ -> new Dividing.Impossible(Reading.Cause.DAMAGED, "password");
                case Answer.Done _,
                        Answer.Glanced _,
                        Answer.Inspected _,
                        Answer.PageRead _,
                        Answer.Assembled _,
                        Answer.Unsupported _ -> throw new IllegalStateException("Not an answer to dividing");
            };
        }
    }

    /**
     * Glances at the pages of a file that was just scanned, in a process of its own: about 0.1 s per page, whatever else
     * is being read. Tells each page as soon as it was looked at, in order; a file that is no scan, is protected or
     * resists tells nothing. Returns when the last of at most {@code most} pages was told.
     *
     * @param folder an empty one for what is written on the way; the caller deletes it
     */
    public void glance(Path file, Path folder, int most, Consumer<Glance> each) {
        try (Children.Queue queue = children.glances(folder)) {
            int pages = glance(queue, file, folder, 1, each);
            for (int number = 2; number <= Math.min(pages, most); number++) {
                glance(queue, file, folder, number, each);
            }
        }
    }

    private static int glance(Children.Queue queue, Path file, Path folder, int number, Consumer<Glance> each) {
        Answer answer = queue.ask(() -> new Task.Glance(file, number, folder), LONGEST_GLANCE)
                .join();
        if (answer instanceof Answer.Glanced(int pages, @Nullable Set<Reading.Hint> hints)) {
            if (hints != null) {
                each.accept(new Glance(number, pages, hints));
            }
            return pages;
        }
        return 0;
    }

    /**
     * What a glance at a page told.
     *
     * @param page from 1
     * @param pages of the file
     */
    public record Glance(int page, int pages, Set<Reading.Hint> hints) {
        public Glance {
            hints = Set.copyOf(hints);
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
