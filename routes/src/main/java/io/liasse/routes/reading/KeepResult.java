package io.liasse.routes.reading;

import io.liasse.routes.filing.Filing;
import io.liasse.store.document.Boundary;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.ReadResult;
import java.util.ArrayList;
import java.util.List;
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
    private final PageEdits edits;
    private final NestingLimits limits;
    private final ReadingQueue queue;
    private final Filing filing;
    private final TransactionTemplate transaction;

    KeepResult(
            Documents documents,
            PageEdits edits,
            NestingLimits limits,
            ReadingQueue queue,
            Filing filing,
            PlatformTransactionManager transactions) {
        this.documents = documents;
        this.edits = edits;
        this.limits = limits;
        this.queue = queue;
        this.filing = filing;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a person should know of the pages, beside what was read. */
    record Noticed(List<Boundary> boundaries, HintsOf hints) {}

    void keep(Document document, ReadResult found, Noticed noticed, int priority) {
        if (!limits.admits(document, found.parts().size())) {
            documents.refuse(document.id(), DocumentState.FAILED, "too-many-parts");
            return;
        }
        transaction.executeWithoutResult(status -> {
            queue.addParts(documents.recordRead(document.id(), found), priority);
            documents.propose(document.id(), noticed.boundaries());
            noticed.hints().keep(document.id(), documents);
            filing.file(document, found);
        });
    }

    /** Keeps what was found and has a person look at it, for a reason as {@code key|arg}. */
    void keepForClerk(Document document, ReadResult found, Noticed noticed, int priority, String reason) {
        transaction.executeWithoutResult(status -> {
            queue.addParts(documents.recordRead(document.id(), found), priority);
            noticed.hints().keep(document.id(), documents);
            documents.toInbox(document.id(), List.of(), reason);
        });
    }

    /** Keeps the document, the documents made of its pages and all that is known of these, and files each. */
    void keepDivided(Document document, ReadResult found, Noticed noticed, List<DivideStack.Made> made, int priority) {
        if (!limits.admits(document, found.parts().size() + made.size())) {
            documents.refuse(document.id(), DocumentState.FAILED, "too-many-parts");
            return;
        }
        transaction.executeWithoutResult(status -> {
            queue.addParts(documents.recordRead(document.id(), found), priority);
            noticed.hints().keep(document.id(), documents);
            divide(List.of(document.id()), made);
        });
    }

    /** Keeps the documents made of pages of documents that were read before, and files each; in their case, if they have one. */
    void keepRearranged(List<DivideStack.Source> sources, List<DivideStack.Made> made) {
        Document first = sources.getFirst().document();
        List<DocumentId> ids =
                sources.stream().map(source -> source.document().id()).toList();
        if (!limits.admits(first, made.size())) {
            ids.forEach(id -> edits.giveUp(id, "too-many-parts"));
            return;
        }
        transaction.executeWithoutResult(status -> divide(ids, made));
    }

    private void divide(List<DocumentId> sources, List<DivideStack.Made> made) {
        List<Document> documents = this.documents.divide(
                sources, made.stream().map(DivideStack.Made::section).toList());
        List<DocumentId> filed = new ArrayList<>();
        for (int each = 0; each < documents.size(); each++) {
            Document document = documents.get(each);
            ReadResult found = made.get(each).found();
            this.documents.recordRead(document.id(), found);
            this.documents.inherit(document.id());
            if (document.caseId() == null) {
                filing.file(document, found);
            } else {
                filing.remember(document, found);
                filed.add(document.id());
            }
        }
        if (!filed.isEmpty()) {
            this.documents.fileMade(filed);
        }
    }
}
