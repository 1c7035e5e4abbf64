package io.liasse.caseapi.ledger;

import io.liasse.routes.DocumentIntake;
import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.item.Items;
import io.liasse.store.item.Ledger;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has failed documents read again; one that is being read again already is left alone. Thread-safe. */
@Component
final class Again {
    /** So many documents at once. */
    static final int MOST = 500;

    private final Ledger ledger;
    private final Items items;
    private final DocumentIntake intake;

    Again(Ledger ledger, Items items, DocumentIntake intake) {
        this.ledger = ledger;
        this.items = items;
        this.intake = intake;
    }

    /**
     * @param retried documents that are read again now
     * @param refused documents that the viewer may see, but not change
     * @param more whether others like these are left
     */
    record Outcome(int retried, int refused, boolean more) {}

    Outcome one(ItemId id, Viewer viewer) {
        return retry(ledger.failed(items.get(id, viewer).id(), viewer), viewer);
    }

    Outcome all(ItemQuery query, Viewer viewer) {
        return retry(ledger.failed(query, viewer, MOST + 1), viewer);
    }

    private Outcome retry(List<DocumentId> failed, Viewer viewer) {
        int retried = 0;
        int refused = 0;
        for (DocumentId id : failed.subList(0, Math.min(MOST, failed.size()))) {
            try {
                retried += retried(id, viewer) ? 1 : 0;
            } catch (NotAllowed problem) {
                refused++;
            }
        }
        return new Outcome(retried, refused, failed.size() > MOST);
    }

    /** False when it was changed, or is gone, in between. */
    private boolean retried(DocumentId id, Viewer viewer) {
        try {
            intake.retry(id, null, viewer);
            return true;
        } catch (Conflict | NotFound changedMeanwhile) {
            return false;
        }
    }
}
