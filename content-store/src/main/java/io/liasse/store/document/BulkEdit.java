package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.tag.Tags;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The same change to many documents, each by itself: authorised, in a transaction of its own and in the journal. What is
 * refused for one is done for the others, and told. Thread-safe.
 */
@Component
public class BulkEdit {
    /** So many documents at once. */
    public static final int MOST = 500;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Documents documents;
    private final DocumentTypes types;
    private final Tags tags;
    private final Trash trash;
    private final ItemStates items;
    private final LearnedTypes learned;
    private final Journal journal;

    BulkEdit(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Documents documents,
            DocumentTypes types,
            Tags tags,
            Trash trash,
            Journal journal) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.documents = documents;
        this.types = types;
        this.tags = tags;
        this.trash = trash;
        this.items = new ItemStates(sql);
        this.learned = new LearnedTypes(sql, types);
        this.journal = journal;
    }

    /**
     * What each document gets; null and empty leave as is. In a case that is named, all are filed. Tags are named. They
     * come first and the trash last, since who files a document may not be allowed to change it where it is then.
     */
    public record Change(
            @Nullable String type,
            @Nullable LocalDate date,
            List<String> addTags,
            List<String> removeTags,
            @Nullable CaseId caseId,
            boolean trash) {
        public Change {
            addTags = List.copyOf(addTags);
            removeTags = List.copyOf(removeTags);
        }

        boolean isNothing() {
            return type == null
                    && date == null
                    && caseId == null
                    && !trash
                    && addTags.isEmpty()
                    && removeTags.isEmpty();
        }
    }

    /** Why a document is as it was. */
    public enum Refusal {
        /** It does not exist, or not for the viewer. */
        NOT_FOUND,
        NOT_ALLOWED,
        /** Its state, or that of a case, does not admit the change. */
        CONFLICT,
        INVALID
    }

    /** What became of one document; done when there is no refusal. */
    public record Outcome(
            DocumentId document,
            @Nullable Refusal refusal,
            @Nullable String detail) {
        public boolean done() {
            return refusal == null;
        }
    }

    /** One outcome for each document, in their order; a document named twice is changed once. */
    public List<Outcome> apply(Collection<DocumentId> ids, Change change, Viewer by) {
        LinkedHashSet<DocumentId> each = new LinkedHashSet<>(ids);
        if (each.isEmpty() || each.size() > MOST) {
            throw new InvalidInput("documents", "must be 1 to " + MOST);
        }
        if (change.isNothing()) {
            throw new InvalidInput("change", "changes nothing");
        }
        if (change.type() != null && !types.all().contains(change.type())) {
            throw new InvalidInput("type", "is not a document type");
        }
        requireKnown(change.addTags());
        requireKnown(change.removeTags());
        List<Outcome> outcomes = new ArrayList<>();
        each.forEach(id -> outcomes.add(outcome(id, change, by)));
        return outcomes;
    }

    private void requireKnown(List<String> names) {
        for (String name : names) {
            if (tags.named(name).isEmpty()) {
                throw new InvalidInput("tags", "there is no tag " + name);
            }
        }
    }

    private Outcome outcome(DocumentId id, Change change, Viewer by) {
        try {
            transactions.executeWithoutResult(transaction -> change(id, change, by));
            return new Outcome(id, null, null);
        } catch (NotFound problem) {
            return new Outcome(id, Refusal.NOT_FOUND, null);
        } catch (NotAllowed problem) {
            return new Outcome(id, Refusal.NOT_ALLOWED, problem.getMessage());
        } catch (Conflict problem) {
            return new Outcome(id, Refusal.CONFLICT, problem.getMessage());
        } catch (InvalidInput problem) {
            return new Outcome(id, Refusal.INVALID, problem.field() + " " + problem.getMessage());
        }
    }

    private void change(DocumentId id, Change change, Viewer by) {
        if (!change.addTags().isEmpty() || !change.removeTags().isEmpty()) {
            tags.change(id, change.addTags(), change.removeTags(), by);
        }
        if (change.caseId() != null) {
            file(id, change.caseId(), change, by);
        } else if (change.type() != null || change.date() != null) {
            describe(id, change, by);
        }
        if (change.trash()) {
            trash.put(id, null, by);
        }
    }

    private void file(DocumentId id, CaseId into, Change change, Viewer by) {
        documents.file(id, new FilingOrder(into, change.type(), null, change.date(), Map.of()), null, by);
    }

    /** In its case, or in the inbox, where it stays. */
    private void describe(DocumentId id, Change change, Viewer by) {
        Document known = documents.get(id, by);
        if (known.caseId() != null) {
            file(id, known.caseId(), change, by);
            return;
        }
        items.lock(id);
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("change the document");
        }
        if (!known.state().isFinal() || known.state() == DocumentState.DIVIDED) {
            throw Conflict.state("the document is " + known.state());
        }
        sql.sql("""
                update document set version = version + 1, type = coalesce(cast(:type as text), type),
                    document_date = coalesce(cast(:date as date), document_date),
                    date_given = date_given or cast(:date as date) is not null
                where id = :id and trashed_at is null
                """)
                .param("type", change.type())
                .param("date", change.date())
                .param("id", id.value())
                .update();
        if (change.type() != null) {
            learned.learn(known, change.type());
        }
        Map<String, String> changed = new TreeMap<>();
        changed.put("changed", change.type() == null ? "date" : change.date() == null ? "type" : "date type");
        journal.append(
                NewEntry.of(Action.DOCUMENT_CHANGED, Actor.of(by)).about(id).with(changed));
    }
}
