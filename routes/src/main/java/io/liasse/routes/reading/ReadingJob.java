package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.liasse.store.document.DocumentId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The order to read one document, or to make others of one that was read, as it stands in the queue.
 *
 * @param priority higher goes first; parts have that of what they came in
 * @param password for an encrypted document, as {@link PasswordSeal} gives it; lives no longer than the job
 * @param begins pages on which documents begin, of a document that was read and is to be divided; null: none is
 * @param backs the document with the backs of the pages of this one, to be put together with it; null: none is
 * @param arrangement what else to make of its pages; null: nothing
 */
record ReadingJob(
        String document,
        int priority,
        @Nullable String password,
        @Nullable List<Integer> begins,
        @Nullable String backs,
        @Nullable Arrangement arrangement) {
    static final TaskDescriptor<ReadingJob> TASK = TaskDescriptor.of("reading", ReadingJob.class);

    static ReadingJob read(DocumentId document, int priority, @Nullable String password) {
        return new ReadingJob(document.toString(), priority, password, null, null, null);
    }

    DocumentId id() {
        return DocumentId.of(document);
    }

    /** Whether the document was read, and other documents or another version are made of its pages. */
    boolean rearranges() {
        return begins != null || backs != null || arrangement != null;
    }

    /** The documents of whose pages others, or another version, are made. */
    List<DocumentId> sources() {
        return arrangement == null
                ? Stream.concat(Stream.of(id()), backsId().stream()).toList()
                : arrangement.sources().stream().map(DocumentId::of).toList();
    }

    Optional<DocumentId> backsId() {
        return Optional.ofNullable(backs).map(DocumentId::of);
    }

    /** Without the password, so that no log ever shows it. */
    @Override
    public String toString() {
        return "ReadingJob[" + document + "]";
    }
}
