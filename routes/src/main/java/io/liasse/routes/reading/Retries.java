package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import io.liasse.routes.failure.Trouble;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
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

    Retries(ReadingSettings settings, Documents documents) {
        this.settings = settings;
        this.documents = documents;
    }

    @Override
    public void onFailure(ExecutionComplete complete, ExecutionOperations<ReadingJob> operations) {
        Throwable problem = complete.getCause().orElseThrow();
        int failures = complete.getExecution().consecutiveFailures + 1;
        DocumentId document = ((ReadingJob) complete.getExecution().taskInstance.getData()).id();
        if (failures < (Trouble.passes(problem) ? settings.tries() : settings.faultTries())) {
            retry(document, problem, failures);
            operations.reschedule(complete, complete.getTimeDone().plus(settings.pauseAfter(failures)));
        } else {
            giveUp(document, problem);
            operations.stop();
        }
    }

    private static void retry(DocumentId document, Throwable problem, int failures) {
        LOG.atWarn()
                .addKeyValue("document", document)
                .addKeyValue("failures", failures)
                .addKeyValue("problem", problem.getClass().getName())
                .log("reading is tried again");
    }

    private void giveUp(DocumentId document, Throwable problem) {
        String reference = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("document", document)
                .addKeyValue("reference", reference)
                .setCause(problem)
                .log("reading failed for good");
        documents.refuse(document, DocumentState.FAILED, "internal|" + reference);
    }
}
