package io.liasse.store.casefile;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.LastLooks;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.party.Parties;
import io.liasse.store.party.PartyId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The case files. Whatever takes a viewer applies {@code AccessPolicy}: a case the viewer may not see is absent from
 * lists and {@code NotFound} by name; a right that is lacking is {@code NotAllowed}. Thread-safe.
 */
@Component
public class CaseFiles {
    private static final String SELECT = "select " + CaseRows.COLUMNS + " from case_file c ";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final LastLooks looks;
    private final CaseTypes types;
    private final Clock clock;
    private final CaseLists lists;
    private final CaseGrants grants;
    private final Participants participants;

    @SuppressWarnings("TooManyParameters")
    CaseFiles(
            JdbcClient sql,
            TransactionOperations transactions,
            AccessPolicy policy,
            Journal journal,
            LastLooks looks,
            CaseTypes types,
            Parties parties,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.looks = looks;
        this.types = types;
        this.clock = clock;
        this.lists = new CaseLists(sql, policy);
        this.grants = new CaseGrants(sql, journal);
        this.participants = new Participants(sql, parties, journal, clock);
    }

    /** Gives the case the next reference of the current year. */
    public CaseFile open(NewCase newCase, Viewer by) {
        if (!policy.mayOpenCases(by)) {
            throw new NotAllowed("open cases");
        }
        String phase = firstPhase(newCase.type());
        return transactions.execute(transaction -> {
            CaseFile opened = inserted(newCase, phase, by);
            journal.append(NewEntry.of(Action.CASE_OPENED, Actor.of(by))
                    .in(opened.id())
                    .with(Map.of("reference", opened.reference().toString(), "type", opened.type())));
            grantFirst(newCase, opened.id(), by);
            newCase.participants().forEach(each -> participants.add(opened.id(), each, by));
            return opened;
        });
    }

    private String firstPhase(String type) {
        return types.all().stream()
                .filter(each -> each.key().equals(type))
                .map(each -> each.phases().getFirst())
                .findFirst()
                .orElseThrow(() -> new InvalidInput("type", "is not a case type"));
    }

    private CaseFile inserted(NewCase newCase, String phase, Viewer by) {
        Instant now = Values.now(clock);
        CaseReference reference = next(now);
        String title = Values.storable(newCase.title().strip());
        try {
            return sql.sql("""
                    insert into case_file as c (year, number, type, title, words, phase, sealed, manager, opened_by,
                                                opened_at, changed_at)
                    values (:year, :number, :type, :title, array_to_tsvector(:words), :phase, :sealed, :manager, :by,
                            :now, :now)
                    returning
                    """ + CaseRows.COLUMNS)
                    .param("year", reference.year())
                    .param("number", reference.number())
                    .param("type", newCase.type())
                    .param("title", title)
                    .param("words", Words.of(title))
                    .param("phase", phase)
                    .param("sealed", newCase.sealed())
                    .param(
                            "manager",
                            newCase.manager() == null ? null : newCase.manager().value())
                    .param("by", by.user().value())
                    .param("now", Values.time(now))
                    .query(CaseRows::caseFile)
                    .single();
        } catch (DataIntegrityViolationException e) {
            throw noSuchUser(e);
        }
    }

    private static NotFound noSuchUser(Exception cause) {
        NotFound missing = new NotFound("user");
        missing.initCause(cause);
        return missing;
    }

    private CaseReference next(Instant now) {
        int year = now.atZone(clock.getZone()).getYear();
        int number = sql.sql("""
                insert into case_number values (:year, 1)
                on conflict (year) do update set last = case_number.last + 1 returning last
                """).param("year", year).query(Integer.class).single();
        return new CaseReference(year, number);
    }

    private void grantFirst(NewCase newCase, CaseId id, Viewer by) {
        grants.set(id, by.user(), CaseRight.MANAGE, by);
        UserId manager = newCase.manager();
        if (manager != null && !manager.equals(by.user())) {
            grants.set(id, manager, CaseRight.MANAGE, by);
        }
    }

    /** The case, if the viewer may see it. */
    public CaseFile get(CaseReference reference, Viewer viewer) {
        CaseFile found = find(reference).orElseThrow(CaseFiles::absent);
        require(CaseRight.READ, viewer, found.id());
        return found;
    }

    /** The case, if the viewer may see it. */
    public CaseFile get(CaseId id, Viewer viewer) {
        require(CaseRight.READ, viewer, id);
        return find(id).orElseThrow(CaseFiles::absent);
    }

    private void require(CaseRight right, Viewer viewer, CaseId id) {
        CaseRight held = policy.rightOn(viewer, id).orElseThrow(CaseFiles::absent);
        if (!held.includes(right)) {
            throw new NotAllowed(right + " on the case");
        }
    }

    private static NotFound absent() {
        return new NotFound("case");
    }

    /** For the program's own work (filing, indexing): without a viewer, so without a right; empty when there is none. */
    public Optional<CaseFile> find(CaseReference reference) {
        return sql.sql(SELECT + "where c.year = :year and c.number = :number")
                .param("year", reference.year())
                .param("number", reference.number())
                .query(CaseRows::caseFile)
                .optional();
    }

    private Optional<CaseFile> find(CaseId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** For the program's own work: without a viewer. */
    public Map<CaseId, CaseFile> findAll(Collection<CaseId> ids) {
        return sql
                .sql(SELECT + "where c.id = any(cast(:ids as uuid[]))")
                .param("ids", Values.array(ids))
                .query(CaseRows::caseFile)
                .list()
                .stream()
                .collect(Collectors.toMap(CaseFile::id, Function.identity()));
    }

    /** Notes in the journal that the viewer looked at the case; at most once an hour for the same viewer. */
    public void viewed(CaseId id, Viewer viewer) {
        require(CaseRight.READ, viewer, id);
        looks.note(
                viewer,
                id.value(),
                NewEntry.of(Action.CASE_VIEWED, Actor.of(viewer)).in(id));
    }

    /** Last changed first. */
    public Page<CaseFile> page(CaseQuery query, Viewer viewer, PageRequest page) {
        return lists.page(query, viewer, page);
    }

    /**
     * Type-ahead for filing: open cases whose reference or number begins so, whose title and people have words that
     * begin so, or of which a person has an identifier that begins so; needs the right to file into them.
     */
    public List<CaseFile> fileable(String text, Viewer viewer, int limit) {
        return lists.fileable(text, viewer, limit);
    }

    /** The open case of this reference, when the viewer may file into it; it need not be seen otherwise. */
    public Optional<CaseFile> fileable(CaseReference reference, Viewer viewer) {
        return lists.fileable(reference, viewer);
    }

    /** Open cases in which the viewer is the manager. */
    public long countManagedBy(UserId manager) {
        return sql.sql("select count(*) from case_file where manager = :manager and state = 'OPEN'")
                .param("manager", manager.value())
                .query(Long.class)
                .single();
    }

    /**
     * Needs WRITE (MANAGE for sealed and manager). {@code version} is the one the caller knew. A new manager is granted
     * MANAGE; the one before loses what was granted, unless it was that one who opened the case.
     */
    public CaseFile change(CaseId id, CaseChange change, long version, Viewer by) {
        require(CaseRight.WRITE, by, id);
        if (change.sealed() != null || change.manager() != null) {
            require(CaseRight.MANAGE, by, id);
        }
        return transactions.execute(transaction -> {
            CaseFile before = locked(id);
            if (before.version() != version) {
                throw Conflict.stale("the case");
            }
            CaseFile after = changed(before, change);
            handOver(before, after, by);
            write(after);
            grants.requireManagerOfSealed(id);
            note(before, after, by);
            return find(id).orElseThrow(CaseFiles::absent);
        });
    }

    private CaseFile locked(CaseId id) {
        return sql.sql(SELECT + "where c.id = :id for no key update")
                .param("id", id.value())
                .query(CaseRows::caseFile)
                .optional()
                .orElseThrow(CaseFiles::absent);
    }

    private CaseFile changed(CaseFile old, CaseChange change) {
        String title = change.title() == null ? old.title() : checkedTitle(change.title());
        String phase = change.phase() == null ? old.phase() : checkedPhase(old.type(), change.phase());
        CaseState state = change.state() == null ? old.state() : change.state();
        Instant now = Values.now(clock);
        Instant reclosed = old.closedAt() == null ? now : old.closedAt();
        return new CaseFile(
                old.id(),
                old.reference(),
                old.type(),
                title,
                phase,
                state,
                change.sealed() == null ? old.sealed() : change.sealed(),
                change.manager() == null ? old.manager() : change.manager(),
                old.openedAt(),
                state == CaseState.CLOSED ? reclosed : null,
                now,
                old.version() + 1);
    }

    private static String checkedTitle(String title) {
        if (title.isBlank() || title.length() > 200) {
            throw new InvalidInput("title", "must have 1 to 200 characters");
        }
        return Values.storable(title.strip());
    }

    private String checkedPhase(String type, String phase) {
        boolean known = types.all().stream()
                .anyMatch(each -> each.key().equals(type) && each.phases().contains(phase));
        if (!known) {
            throw new InvalidInput("phase", "is not a phase of this case type");
        }
        return phase;
    }

    private void write(CaseFile file) {
        try {
            sql.sql("""
                    update case_file set title = :title, words = array_to_tsvector(:words), phase = :phase,
                        state = :state, sealed = :sealed, manager = :manager, closed_at = :closed, changed_at = :changed,
                        version = :version
                    where id = :id
                    """)
                    .param("title", file.title())
                    .param("words", Words.of(file.title()))
                    .param("phase", file.phase())
                    .param("state", file.state().name())
                    .param("sealed", file.sealed())
                    .param(
                            "manager",
                            file.manager() == null ? null : file.manager().value())
                    .param("closed", Values.timeOrNull(file.closedAt()))
                    .param("changed", Values.time(file.changedAt()))
                    .param("version", file.version())
                    .param("id", file.id().value())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw noSuchUser(e);
        }
    }

    private void handOver(CaseFile before, CaseFile after, Viewer by) {
        UserId fresh = after.manager();
        if (fresh == null || fresh.equals(before.manager())) {
            return;
        }
        grants.set(after.id(), fresh, CaseRight.MANAGE, by);
        UserId former = before.manager();
        if (former != null && !isOpener(former, after.id())) {
            grants.remove(after.id(), former, by);
        }
    }

    private boolean isOpener(UserId user, CaseId id) {
        return sql.sql("select opened_by = :user from case_file where id = :id")
                .param("user", user.value())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    private void note(CaseFile before, CaseFile after, Viewer by) {
        Map<String, String> details = differences(before, after);
        journal.append(
                NewEntry.of(action(before, after), Actor.of(by)).in(after.id()).with(details));
    }

    private static Action action(CaseFile before, CaseFile after) {
        if (before.state() == after.state()) {
            return Action.CASE_CHANGED;
        }
        return after.state() == CaseState.CLOSED ? Action.CASE_CLOSED : Action.CASE_REOPENED;
    }

    private static Map<String, String> differences(CaseFile before, CaseFile after) {
        Map<String, String> all = new HashMap<>();
        note(all, "title", before.title(), after.title());
        note(all, "phase", before.phase(), after.phase());
        note(all, "sealed", before.sealed(), after.sealed());
        note(all, "manager", String.valueOf(before.manager()), String.valueOf(after.manager()));
        return all;
    }

    private static void note(Map<String, String> all, String name, Object before, Object after) {
        if (!before.equals(after)) {
            all.put(name, after.toString());
            all.put(name + "Before", before.toString());
        }
    }

    /** Appends a note (1 to 4000 characters) to the journal of the case; needs WRITE. */
    public void note(CaseId id, String text, Viewer by) {
        require(CaseRight.WRITE, by, id);
        if (text.isBlank() || text.length() > 4000) {
            throw new InvalidInput("text", "must have 1 to 4000 characters");
        }
        NewEntry entry = NewEntry.of(Action.CASE_NOTED, Actor.of(by)).in(id).with(Map.of("text", text.strip()));
        inCase(id, () -> {
            touch(id);
            journal.append(entry);
        });
    }

    public List<Participant> participants(CaseId id, Viewer viewer) {
        require(CaseRight.READ, viewer, id);
        return participants(id);
    }

    /** For the program's own work: without a viewer. */
    public List<Participant> participants(CaseId id) {
        return participants.of(id);
    }

    /** Needs WRITE. A party that has the role already keeps it. */
    public void addParticipant(CaseId id, NewParticipant participant, Viewer by) {
        require(CaseRight.WRITE, by, id);
        inCase(id, () -> {
            touch(id);
            participants.add(id, participant, by);
        });
    }

    /** Needs WRITE. */
    public void endParticipant(CaseId id, PartyId party, String role, Viewer by) {
        require(CaseRight.WRITE, by, id);
        inCase(id, () -> {
            touch(id);
            participants.end(id, party, role, by);
        });
    }

    public List<Grant> grants(CaseId id, Viewer viewer) {
        require(CaseRight.READ, viewer, id);
        return grants.of(id);
    }

    /** Needs MANAGE. Replaces the right the user had. */
    public void grant(CaseId id, UserId user, CaseRight right, Viewer by) {
        require(CaseRight.MANAGE, by, id);
        inCase(id, () -> grants.set(id, user, right, by));
    }

    /** Needs MANAGE. The last MANAGE of a sealed case cannot be revoked. */
    public void revoke(CaseId id, UserId user, Viewer by) {
        require(CaseRight.MANAGE, by, id);
        inCase(id, () -> grants.remove(id, user, by));
    }

    private void inCase(CaseId id, Runnable work) {
        transactions.executeWithoutResult(transaction -> {
            locked(id);
            work.run();
        });
    }

    /** Moves the case to the top of lists, without a new version. */
    private void touch(CaseId id) {
        sql.sql("update case_file set changed_at = :now where id = :id")
                .param("now", Values.time(Values.now(clock)))
                .param("id", id.value())
                .update();
    }
}
