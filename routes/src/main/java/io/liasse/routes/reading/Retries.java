package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import io.liasse.routes.failure.Trouble;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageEdits;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of a job that ended in an exception: it is tried again after a pause that grows; after the last try the
 * document fails with a reference under which the log tells more. Where that cannot even be written, the job stays as it
 * is, counts as dead after a while, and is tried again.
 */
@Component
final class Retries implements FailureHandler<ReadingJob> {
    private static final Logger LOG = LoggerFactory.getLogger(Retries.class);

    private final ReadingSettings settings;
    private final Documents documents;
    private final PageEdits edits;

    Retries(ReadingSettings settings, Documents documents, PageEdits edits) {
        this.settings = settings;
        this.documents = documents;
        this.edits = edits;
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<ReadingJob> operations) {
        Throwable problem = complete.getCause().orElseThrow();
        int failures = complete.getExecution().consecutiveFailures + 1;
        ReadingJob job = (ReadingJob) complete.getExecution().taskInstance.getData();
        DocumentId document = job.id();
        if (failures < tries(problem)) {
            retry(document, problem, failures);
            operations.reschedule(complete, complete.getTimeDone().plus(settings.pauseAfter(failures)));
        } else {
            giveUp(job, problem);
            operations.stop();
        }
    }

    /** Without its scanner nothing is read, however long that takes. */
    private int tries(Throwable problem) {
        if (problem instanceof ScannerAway) {
            return Integer.MAX_VALUE;
        }
        return Trouble.passes(problem) ? settings.tries() : settings.faultTries();
    }

    private static void retry(DocumentId document, Throwable problem, int failures) {
        LOG.atWarn()
                .addKeyValue("document", document)
                .addKeyValue("failures", failures)
                .addKeyValue("problem", problem.getClass().getName())
                .log("reading is tried again");
    }

    /** Documents that only were to be rearranged are what they were. */
    private void giveUp(ReadingJob job, Throwable problem) {
        String reference = logged(job.id(), problem);
        if (job.rearranges()) {
            job.sources().forEach(each -> edits.giveUp(each, "pages-not-edited|" + reference));
        } else {
            documents.refuse(job.id(), DocumentState.FAILED, "internal|" + reference);
        }
    }

    private static String logged(DocumentId document, Throwable problem) {
        String reference = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("document", document)
                .addKeyValue("reference", reference)
                .setCause(problem)
                .log("reading failed for good");
        return reference;
    }
}
