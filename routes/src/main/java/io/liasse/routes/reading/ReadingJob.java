package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.liasse.store.document.DocumentId;
import org.jspecify.annotations.Nullable;

/**
 * The order to read one document, as it stands in the queue.
 *
 * @param priority higher goes first; parts have that of what they came in
 * @param password for an encrypted document; lives no longer than the job
 */
record ReadingJob(String document, int priority, @Nullable String password) {
    static final TaskDescriptor<ReadingJob> TASK = TaskDescriptor.of("reading", ReadingJob.class);

    DocumentId id() {
        return DocumentId.of(document);
    }

    /** Without the password, so that no log ever shows it. */
    @Override
    public String toString() {
        return "ReadingJob[" + document + "]";
    }
}
