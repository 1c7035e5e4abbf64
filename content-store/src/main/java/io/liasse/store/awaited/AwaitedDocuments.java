package io.liasse.store.awaited;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentTypes;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What cases wait for. Seen by who sees the case, changed by who may change it while it is open, each change in its
 * journal. Filing marks what arrived by itself (see {@code Documents}); when the document leaves the case again, the case
 * waits again. Thread-safe.
 */
@Component
public class AwaitedDocuments {
    /** So many in one case at most, whatever their state. */
    public static final int MOST = 200;

    private static final String SELECT = """
            select a.id, a.what, a.party_id, a.type, a.asked_on, a.due_on, a.state, a.document_id, u.display_name,
                   a.noted_at, a.version
            from awaited_document a join users u on u.id = a.noted_by
            """;

    private final JdbcClient sql;
    private final CaseWork work;
    private final Parties parties;
    private final DocumentTypes types;
    private final Journal journal;
    private final Clock clock;

    AwaitedDocuments(
            JdbcClient sql, CaseWork work, Parties parties, DocumentTypes types, Journal journal, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.parties = parties;
        this.types = types;
        this.journal = journal;
        this.clock = clock;
    }

    /** A row, its party still by id. */
    private record Line(Awaited awaited, @Nullable PartyId party) {
        Awaited from(@Nullable Party party) {
            return new Awaited(
                    awaited.id(),
                    awaited.what(),
                    party,
                    awaited.type(),
                    awaited.askedOn(),
                    awaited.dueOn(),
                    awaited.state(),
                    awaited.document(),
                    awaited.notedBy(),
                    awaited.notedAt(),
                    awaited.version());
        }
    }

    /** All of a case: open ones first, what is due first before what has no date; then the others, the last noted first. */
    public List<Awaited> of(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return parties(sql.sql(SELECT + """
                where a.case_id = :case
                order by a.state <> 'OPEN', case when a.state = 'OPEN' then a.due_on end nulls last,
                         case when a.state = 'OPEN' then a.id end, a.id desc
                """)
                .param("case", caseId.value())
                .query(AwaitedDocuments::line)
                .list());
    }

    /** {@code NotFound} in another case. */
    public Awaited get(CaseId caseId, AwaitedId id, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return current(caseId, id);
    }

    private Awaited current(CaseId caseId, AwaitedId id) {
        return parties(sql.sql(SELECT + "where a.case_id = :case and a.id = :id")
                        .param("case", caseId.value())
                        .param("id", id.value())
                        .query(AwaitedDocuments::line)
                        .list())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("awaited document"));
    }

    private List<Awaited> parties(List<Line> lines) {
        Map<PartyId, Party> known = parties.findAll(
                lines.stream().map(Line::party).filter(Objects::nonNull).toList());
        return lines.stream()
                .map(each -> each.party() == null ? each.awaited() : each.from(known.get(each.party())))
                .toList();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        UUID party = Values.idOrNull(row, "party_id");
        UUID document = Values.idOrNull(row, "document_id");
        AwaitedState state = AwaitedState.valueOf(row.getString("state"));
        return new Line(
                new Awaited(
                        new AwaitedId(Values.id(row, "id")),
                        row.getString("what"),
                        null,
                        row.getString("type"),
                        row.getObject("asked_on", LocalDate.class),
                        row.getObject("due_on", LocalDate.class),
                        state,
                        state == AwaitedState.ARRIVED && document != null ? new DocumentId(document) : null,
                        row.getString("display_name"),
                        Values.moment(row, "noted_at"),
                        row.getLong("version")),
                party == null ? null : new PartyId(party));
    }

    /** Needs WRITE on an open case; the party must be one that the viewer may see. */
    public Awaited add(CaseId caseId, NewAwaited awaited, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            check(awaited, by);
            requireRoom(caseId);
            UUID id = sql.sql("""
                    insert into awaited_document (case_id, what, party_id, type, asked_on, due_on, noted_by, noted_at)
                    values (:case, :what, :party, :type, :asked, :due, :by, :now) returning id
                    """)
                    .param("case", caseId.value())
                    .param("what", Values.storable(awaited.what()))
                    .param("party", party(awaited))
                    .param("type", awaited.type())
                    .param("asked", awaited.askedOn() == null ? LocalDate.now(clock) : awaited.askedOn())
                    .param("due", awaited.dueOn())
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .query(UUID.class)
                    .single();
            return noted(Action.AWAITED_ADDED, caseId, new AwaitedId(id), by);
        });
    }

    private static @Nullable UUID party(NewAwaited awaited) {
        return awaited.from() == null ? null : awaited.from().value();
    }

    private void check(NewAwaited awaited, Viewer by) {
        if (awaited.type() != null && !types.all().contains(awaited.type())) {
            throw new InvalidInput("type", "is not a document type");
        }
        if (awaited.from() != null && parties.find(awaited.from(), by).isEmpty()) {
            throw new InvalidInput("from", "is not known");
        }
    }

    private void requireRoom(CaseId caseId) {
        int present = sql.sql("select count(*) from awaited_document where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (present >= MOST) {
            throw Conflict.state("a case waits for at most " + MOST + " documents");
        }
    }

    /** Says otherwise what is awaited; its state stays. {@code askedOn} null keeps the day. Needs WRITE on an open case. */
    public Awaited change(CaseId caseId, AwaitedId id, NewAwaited awaited, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            check(awaited, by);
            requireVersion(current(caseId, id), version);
            sql.sql("""
                    update awaited_document set what = :what, party_id = :party, type = :type,
                        asked_on = coalesce(cast(:asked as date), asked_on), due_on = :due, version = version + 1
                    where id = :id
                    """)
                    .param("what", Values.storable(awaited.what()))
                    .param("party", party(awaited))
                    .param("type", awaited.type())
                    .param("asked", awaited.askedOn())
                    .param("due", awaited.dueOn())
                    .param("id", id.value())
                    .update();
            return noted(Action.AWAITED_CHANGED, caseId, id, by);
        });
    }

    /** It came: as this document, which is filed in the case and which the viewer may see. */
    public Awaited arrived(CaseId caseId, AwaitedId id, DocumentId document, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireVersion(current(caseId, id), version);
            if (!work.holds(caseId, document, by)) {
                throw new InvalidInput("document", "is not filed in this case");
            }
            state(id, AwaitedState.ARRIVED, document);
            return noted(Action.AWAITED_ARRIVED, caseId, id, by);
        });
    }

    /** Nobody waits for it any longer. */
    public Awaited giveUp(CaseId caseId, AwaitedId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireVersion(current(caseId, id), version);
            state(id, AwaitedState.GIVEN_UP, null);
            return noted(Action.AWAITED_GIVEN_UP, caseId, id, by);
        });
    }

    /** It is waited for again: it was given up, or something else arrived. */
    public Awaited open(CaseId caseId, AwaitedId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireVersion(current(caseId, id), version);
            state(id, AwaitedState.OPEN, null);
            return noted(Action.AWAITED_OPENED, caseId, id, by);
        });
    }

    private static void requireVersion(Awaited present, long version) {
        if (present.version() != version) {
            throw Conflict.stale("what is awaited");
        }
    }

    private void state(AwaitedId id, AwaitedState state, @Nullable DocumentId document) {
        sql.sql("""
                update awaited_document set state = :state, document_id = :document, version = version + 1
                where id = :id
                """)
                .param("state", state.name())
                .param("document", document == null ? null : document.value())
                .param("id", id.value())
                .update();
    }

    private Awaited noted(Action action, CaseId caseId, AwaitedId id, Viewer by) {
        Awaited after = current(caseId, id);
        journal.append(NewEntry.of(action, Actor.of(by))
                .in(caseId)
                .about(after.document())
                .with(Map.of("awaited", after.what())));
        return after;
    }
}
