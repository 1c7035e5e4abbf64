package io.liasse.caseapi.inbox;

import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Field;
import io.liasse.store.document.FilingOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a clerk decided on a waiting document. Thread-safe. */
@Component
final class Decisions {
    private final Documents documents;
    private final CaseFiles cases;
    private final TransactionOperations transaction;

    Decisions(Documents documents, CaseFiles cases, TransactionOperations transaction) {
        this.documents = documents;
        this.cases = cases;
        this.transaction = transaction;
    }

    Document file(DocumentId id, FilingForm form, Viewer by) {
        return fileInto(chosenCase(form.reference(), by).id(), id, form, by);
    }

    /** Opens the case and files into it: both or neither. */
    Document fileIntoNewCase(DocumentId id, FilingForm form, Viewer by) {
        return transaction.execute(status -> fileInto(open(form, by).id(), id, form, by));
    }

    private CaseFile chosenCase(@Nullable String reference, Viewer by) {
        if (reference == null) {
            throw new InvalidInput("case", "none chosen");
        }
        CaseReference parsed =
                CaseReference.parse(reference).orElseThrow(() -> new InvalidInput("case", "is no case reference"));
        return cases.get(parsed, by);
    }

    private CaseFile open(FilingForm form, Viewer by) {
        if (form.newCaseTitle() == null || form.newCaseType() == null) {
            throw new InvalidInput("title", "must have 1 to 200 characters");
        }
        return cases.open(new NewCase(form.newCaseType(), form.newCaseTitle(), false, null, List.of()), by);
    }

    private Document fileInto(CaseId caseId, DocumentId id, FilingForm form, Viewer by) {
        FilingOrder order = new FilingOrder(caseId, form.type(), form.title(), form.date(), corrected(id, form));
        return documents.file(id, order, form.version(), by);
    }

    private Map<String, String> corrected(DocumentId id, FilingForm form) {
        Map<String, String> changed = new HashMap<>();
        for (Field each : documents.fields(id)) {
            String wanted = form.fields().get(each.name());
            if (wanted != null && !wanted.equals(each.value())) {
                changed.putIfAbsent(each.name(), wanted);
            }
        }
        return changed;
    }
}
