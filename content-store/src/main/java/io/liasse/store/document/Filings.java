package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.type.TypeProposal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where documents go: to the inbox, into a case, back to reading. Every method is one transaction's work. */
final class Filings {
    private static final Set<DocumentState> READABLE_AGAIN =
            Set.of(DocumentState.FAILED, DocumentState.NEEDS_PASSWORD, DocumentState.INBOX, DocumentState.QUARANTINED);
    /** Confidence from which a document that is filed alone gets its type. */
    private static final double SURE_OF_TYPE = 0.9;

    private static final Actor FILING = Actor.program("filing");

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final DocumentTypes types;
    private final DocumentContents contents;
    private final LearnedTypes learned;
    private final ItemStates items;
    private final VersionContents versions;
    private final Steps steps;
    private final Arrivals arrivals;
    private final Journal journal;
    private final Clock clock;

    Filings(
            JdbcClient sql,
            AccessPolicy policy,
            DocumentTypes types,
            DocumentContents contents,
            LearnedTypes learned,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.types = types;
        this.contents = contents;
        this.learned = learned;
        this.items = new ItemStates(sql);
        this.versions = new VersionContents(sql);
        this.steps = new Steps(sql, clock);
        this.arrivals = new Arrivals(sql);
        this.journal = journal;
        this.clock = clock;
    }

    /** A case as filing needs it; its row is locked until the transaction ends, so that it is not closed in between. */
    private record Folder(CaseId id, CaseReference reference, CaseState state) {}

    void toInbox(DocumentId id, List<Candidate> candidates, @Nullable String reason) {
        items.lock(id);
        if (settled(locked(id))) {
            return;
        }
        contents.keep(id, candidates);
        sql.sql("update document set state = 'INBOX', reason = :reason, version = version + 1 where id = :id")
                .param("reason", Values.storableOrNull(reason))
                .param("id", id.value())
                .update();
        items.refresh(id);
        journal.append(NewEntry.of(Action.DOCUMENT_TO_INBOX, FILING)
                .about(id)
                .with(reason == null ? Map.of() : Map.of("reason", reason)));
    }

    /** A document that is in a case already stays there. */
    void fileAlone(DocumentId id, Candidate chosen, List<Candidate> all) {
        items.lock(id);
        Document document = locked(id);
        if (settled(document)) {
            return;
        }
        Folder folder = lockedOpen(chosen.caseId(), null);
        contents.keep(id, all);
        String type = sureType(document);
        write(id, new FilingOrder(chosen.caseId(), type, null, null, Map.of()));
        note(id, chosen.caseId(), type);
        Map<String, String> details =
                new HashMap<>(Map.of("to", folder.reference().toString()));
        if (type != null) {
            details.put("type", type);
        }
        chosen.evidence().stream().findFirst().ifPresent(first -> details.put("evidence", first.kind()));
        journal.append(entry(Action.DOCUMENT_FILED, FILING, id, folder.id(), details));
        arrivals.arrive(locked(id), folder.id(), learned, FILING).forEach(journal::append);
    }

    /** What people do later is held against this. */
    private void note(DocumentId id, CaseId filed, @Nullable String type) {
        sql.sql("update filing_decision set filed_case = :case, filed_type = :type where document_id = :document")
                .param("case", filed.value())
                .param("type", type)
                .param("document", id.value())
                .update();
    }

    /** From its own guesses the program learns nothing. */
    private @Nullable String sureType(Document document) {
        return learned.propose(document)
                .filter(each -> each.confidence() >= SURE_OF_TYPE)
                .map(TypeProposal::type)
                .orElse(null);
    }

    @Nullable
    String knownType(Document document) {
        return document.type() == null ? sureType(document) : document.type();
    }

    /** A type that is no longer one is passed over. */
    void typeByRule(DocumentId id, String type, String rule) {
        if (!types.all().contains(type)) {
            return;
        }
        int set = sql.sql("update document set type = :type, version = version + 1 where id = :id and type is null")
                .param("type", type)
                .param("id", id.value())
                .update();
        if (set > 0) {
            journal.append(NewEntry.of(Action.DOCUMENT_CHANGED, FILING)
                    .about(id)
                    .with(Map.of("changed", "type", "type", type, "rule", rule)));
        }
    }

    private static boolean settled(Document document) {
        return switch (document.state()) {
            case FILED, DIVIDED, NOT_OURS -> true;
            case RECEIVED, READING, INBOX, FAILED, NEEDS_PASSWORD, QUARANTINED -> false;
        };
    }

    void file(DocumentId id, FilingOrder order, @Nullable Long version, Viewer by) {
        items.lock(id);
        requireEditable(id, by);
        Document before = locked(id);
        check(before, order, version);
        if (before.state() == DocumentState.DIVIDED) {
            throw Conflict.state("the pages of the document are in other documents");
        }
        requireFileable(order.caseId(), before.caseId(), by);
        Folder folder = lockedOpen(order.caseId(), before.caseId());
        write(id, order);
        learn(id, order.caseId());
        if (order.type() != null) {
            learned.learn(before, order.type());
        }
        order.fields().forEach((name, value) -> contents.set(id, name, value));
        if (before.caseId() == null) {
            steps.note(before, by);
        }
        List<NewEntry> entries = new ArrayList<>(entries(before, folder, changes(before, order), Actor.of(by)));
        if (!folder.id().equals(before.caseId())) {
            entries.addAll(arrivals.leave(id, Actor.of(by)));
            entries.addAll(arrivals.arrive(locked(id), folder.id(), learned, Actor.of(by)));
        }
        entries.stream()
                .sorted(Comparator.comparing(each -> String.valueOf(each.caseId())))
                .forEach(journal::append);
    }

    private void requireEditable(DocumentId id, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new NotFound("document");
        }
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("file the document");
        }
    }

    private void check(Document document, FilingOrder order, @Nullable Long version) {
        if (version != null && version != document.version()) {
            throw Conflict.stale("the document");
        }
        if (!document.state().isFinal()) {
            throw Conflict.state("the document is still being read");
        }
        if (document.state() == DocumentState.QUARANTINED) {
            throw Conflict.state("a virus was found in the document");
        }
        if (order.type() != null && !types.all().contains(order.type())) {
            throw new InvalidInput("type", "is not a document type");
        }
        if (order.title() != null && (order.title().isBlank() || order.title().length() > 500)) {
            throw new InvalidInput("title", "must have 1 to 500 characters");
        }
    }

    /** Into the case where it is, the right to edit it suffices. */
    private void requireFileable(CaseId target, @Nullable CaseId present, Viewer by) {
        if (target.equals(present) || policy.mayFileInto(by, target)) {
            return;
        }
        if (policy.rightOn(by, target).isEmpty()) {
            throw new NotFound("case");
        }
        throw new NotAllowed("file into the case");
    }

    /** Locks both cases, lower id first, so that two filings crosswise do not wait for one another. */
    private Folder lockedOpen(CaseId target, @Nullable CaseId present) {
        List<Folder> folders = sql.sql("""
                select id, year, number, state from case_file where id = any(cast(:ids as uuid[]))
                order by id for no key update
                """)
                .param(
                        "ids",
                        Values.array(Stream.of(target, present)
                                .filter(Objects::nonNull)
                                .toList()))
                .query((row, index) -> new Folder(
                        new CaseId(Values.id(row, "id")),
                        new CaseReference(row.getInt("year"), row.getInt("number")),
                        CaseState.valueOf(row.getString("state"))))
                .list();
        Folder folder = folders.stream()
                .filter(each -> each.id().equals(target))
                .findFirst()
                .orElseThrow(() -> new NotFound("case"));
        if (folder.state() == CaseState.CLOSED) {
            throw Conflict.state("case " + folder.reference() + " is closed");
        }
        return folder;
    }

    private void write(DocumentId id, FilingOrder order) {
        sql.sql("""
                update document set case_id = :case, state = 'FILED', reason = null, version = version + 1,
                    filed_at = case when case_id is not distinct from :case then filed_at else :now end,
                    type = coalesce(cast(:type as text), type),
                    title = coalesce(cast(:title as text), title),
                    title_given = title_given or cast(:title as text) is not null,
                    document_date = coalesce(cast(:date as date), document_date),
                    date_given = date_given or cast(:date as date) is not null
                where id = :id
                """)
                .param("case", order.caseId().value())
                .param("now", Values.time(Values.now(clock)))
                .param("type", order.type())
                .param("title", Values.storableOrNull(order.title()))
                .param("date", order.date())
                .param("id", id.value())
                .update();
        sql.sql("update case_file set changed_at = :now where id = :case")
                .param("now", Values.time(Values.now(clock)))
                .param("case", order.caseId().value())
                .update();
        items.refresh(id);
    }

    /** What a person decides is what filing should have proposed. */
    private void learn(DocumentId id, CaseId decided) {
        sql.sql("update filing_decision set decided_case = :case, decided_at = :now where document_id = :id")
                .param("case", decided.value())
                .param("now", Values.time(Values.now(clock)))
                .param("id", id.value())
                .update();
    }

    /** The names of what a person decided differently. */
    private static Map<String, String> changes(Document before, FilingOrder order) {
        Set<String> names = new TreeSet<>(order.fields().keySet());
        if (order.type() != null && !order.type().equals(before.type())) {
            names.add("type");
        }
        if (order.title() != null && !order.title().equals(before.title())) {
            names.add("title");
        }
        if (order.date() != null && !order.date().equals(before.date())) {
            names.add("date");
        }
        return names.isEmpty() ? Map.of() : Map.of("changed", String.join(" ", names));
    }

    /**
     * One entry for each case concerned, to be appended in the order of their ids (see {@code Parties}). Who reads the one
     * journal does not learn the reference of the other case.
     */
    private static List<NewEntry> entries(Document before, Folder folder, Map<String, String> changes, Actor by) {
        CaseReference from = before.caseReference();
        CaseId left = before.caseId();
        if (left == null || from == null) {
            return List.of(entry(Action.DOCUMENT_FILED, by, before.id(), folder.id(), to(folder, changes)));
        }
        if (left.equals(folder.id())) {
            return List.of(entry(Action.DOCUMENT_CHANGED, by, before.id(), left, changes));
        }
        return List.of(
                entry(Action.DOCUMENT_REFILED, by, before.id(), left, Map.of("from", from.toString())),
                entry(Action.DOCUMENT_REFILED, by, before.id(), folder.id(), to(folder, changes)));
    }

    private static Map<String, String> to(Folder folder, Map<String, String> changes) {
        Map<String, String> details = new HashMap<>(changes);
        details.put("to", folder.reference().toString());
        return details;
    }

    private static NewEntry entry(Action action, Actor by, DocumentId id, CaseId in, Map<String, String> details) {
        return NewEntry.of(action, by).in(in).about(id).with(details);
    }

    /** Out of its case, back to where a person decides; teaches that the program was wrong where it had filed it. */
    void takeBack(DocumentId id, @Nullable Long version, Viewer by) {
        items.lock(id);
        requireEditable(id, by);
        Document before = locked(id);
        if (version != null && version != before.version()) {
            throw Conflict.stale("the document");
        }
        CaseId left = before.caseId();
        CaseReference from = before.caseReference();
        if (before.state() != DocumentState.FILED || left == null || from == null) {
            throw Conflict.state("the document is not filed");
        }
        lockedOpen(left, null);
        sql.sql("""
                update document set case_id = null, state = 'INBOX', filed_at = null, reason = 'taken-back',
                    version = version + 1
                where id = :id
                """).param("id", id.value()).update();
        sql.sql("""
                update filing_decision set taken_back = true, decided_case = null, decided_at = :now
                where document_id = :id and alone
                """)
                .param("now", Values.time(Values.now(clock)))
                .param("id", id.value())
                .update();
        items.refresh(id);
        journal.append(entry(Action.DOCUMENT_TAKEN_BACK, Actor.of(by), id, left, Map.of("from", from.toString())));
        arrivals.leave(id, Actor.of(by)).forEach(journal::append);
    }

    void retry(DocumentId id, Viewer by) {
        items.lock(id);
        requireEditable(id, by);
        if (!READABLE_AGAIN.contains(locked(id).state())) {
            throw Conflict.state("only documents that failed, need a password or are in the inbox are read again");
        }
        requireUnedited(id);
        sql.sql("""
                update document set state = 'RECEIVED', reason = null, reading_digest = null, version = version + 1
                where id = :id
                """).param("id", id.value()).update();
        items.refresh(id);
        journal.append(NewEntry.of(Action.READING_RETRIED, Actor.of(by)).about(id));
    }

    /** Reading begins with the original, and would undo in silence what people did to the pages. */
    private void requireUnedited(DocumentId id) {
        if (versions.edited(id)) {
            throw Conflict.state(
                    "the pages of the document were edited; go back to its first version, then read it again");
        }
    }

    private Document locked(DocumentId id) {
        return sql.sql(DocumentRows.select("document") + "where d.id = :id for no key update of d")
                .param("id", id.value())
                .query(DocumentRows::document)
                .optional()
                .orElseThrow(() -> new NotFound("document"));
    }
}
