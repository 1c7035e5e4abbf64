package io.liasse.routes.reading;

import io.liasse.routes.filing.Filing;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.ReadResult;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step: keeps what was found, adds the jobs of the parts and files the document, all in one transaction. So the reading of
 * a part always finds decided what it came in.
 */
@Component
final class KeepResult {
    private final Documents documents;
    private final NestingLimits limits;
    private final ReadingQueue queue;
    private final Filing filing;
    private final TransactionTemplate transaction;

    KeepResult(
            Documents documents,
            NestingLimits limits,
            ReadingQueue queue,
            Filing filing,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.limits = limits;
        this.queue = queue;
        this.filing = filing;
        this.transaction = new TransactionTemplate(transactions);
    }

    void keep(Document document, ReadResult found, int priority) {
        if (!limits.admits(document, found.parts().size())) {
            documents.refuse(document.id(), DocumentState.FAILED, "too-many-parts");
            return;
        }
        transaction.executeWithoutResult(status -> {
            queue.addParts(documents.recordRead(document.id(), found), priority);
            filing.file(document, found);
        });
    }
}
