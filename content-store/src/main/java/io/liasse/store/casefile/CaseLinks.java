package io.liasse.store.casefile;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that have to do with each other. A link is seen from both, by those who may see both; whoever may change the one,
 * while it is open, may link it to any case that they see. The journals of both say that there is a link, not where it
 * leads, since not everyone who sees the one may see the other. Thread-safe.
 */
@Component
public class CaseLinks {
    /** So many of one case at most. */
    public static final int MOST = 100;

    private static final int LONGEST_NOTE = 500;
    private static final int MOST_SHARED = 20;

    private final JdbcClient sql;
    private final CaseWork work;
    private final AccessPolicy policy;
    private final Journal journal;
    private final Clock clock;

    CaseLinks(JdbcClient sql, CaseWork work, AccessPolicy policy, Journal journal, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    /** A case to be linked; {@code note} says why, 500 characters at most. */
    public record NewLink(
            CaseReference other, LinkKind kind, @Nullable String note) {}

    /** Those whose other case the viewer may see, the first made first. */
    public List<CaseLink> of(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return sql.sql("""
                select l.id as link_id, l.from_id, l.kind, l.note, l.linked_at, u.display_name,
                """ + CaseRows.COLUMNS
                        + """

                from case_link l
                join users u on u.id = l.linked_by
                join %s c on c.id = case when l.from_id = :case then l.to_id else l.from_id end
                where :case in (l.from_id, l.to_id)
                order by l.id
                """.formatted(policy.sightOf(viewer).cases()))
                .param("case", caseId.value())
                .param("viewer", viewer.user().value())
                .query((row, index) -> link(row, caseId))
                .list();
    }

    private static CaseLink link(ResultSet row, CaseId seenFrom) throws SQLException {
        LinkKind kind = LinkKind.valueOf(row.getString("kind"));
        return new CaseLink(
                new CaseLinkId(Values.id(row, "link_id")),
                CaseRows.caseFile(row, 0),
                Values.id(row, "from_id").equals(seenFrom.value()) ? kind : kind.inverse(),
                row.getString("note"),
                row.getString("display_name"),
                Values.moment(row, "linked_at"));
    }

    /**
     * Other cases in which clients of this one take part now, which the viewer may see and which are not linked to it; of
     * each client the newest ones.
     */
    public List<SharedPerson> sharing(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return sql.sql("""
                select distinct on (c.id) p.name, other.role,
                """ + CaseRows.COLUMNS
                        + """

                from participant mine
                join party p on p.id = mine.party_id
                cross join lateral (
                    select t.case_id, t.role from participant t
                    where t.party_id = mine.party_id and t.case_id <> :case and t.until is null
                    order by t.case_id desc limit :most) other
                join %s c on c.id = other.case_id
                where mine.case_id = :case and mine.role = 'client' and mine.until is null
                  and not exists (select from case_link l
                                  where least(l.from_id, l.to_id) = least(c.id, :case)
                                    and greatest(l.from_id, l.to_id) = greatest(c.id, :case))
                order by c.id desc
                limit :most
                """.formatted(policy.sightOf(viewer).cases()))
                .param("case", caseId.value())
                .param("viewer", viewer.user().value())
                .param("most", MOST_SHARED)
                .query((row, index) ->
                        new SharedPerson(CaseRows.caseFile(row, 0), row.getString("name"), row.getString("role")))
                .list();
    }

    /**
     * {@code InvalidInput} for a case that the viewer does not see or that is this one; {@code Conflict} of state when they
     * are linked already.
     */
    public CaseLink add(CaseId caseId, NewLink link, Viewer by) {
        String note = note(link.note());
        return work.inOpenCase(caseId, by, () -> {
            CaseId other = seen(link.other(), by);
            if (other.equals(caseId)) {
                throw new InvalidInput("case", "is this case itself");
            }
            requireRoom(caseId);
            CaseLinkId id = inserted(caseId, other, link.kind(), note, by);
            note(Action.CASE_LINKED, caseId, other, link.kind(), by);
            return current(caseId, id, by);
        });
    }

    private static @Nullable String note(@Nullable String typed) {
        String note = typed == null ? "" : typed.strip();
        if (note.length() > LONGEST_NOTE) {
            throw new InvalidInput("note", "is longer than " + LONGEST_NOTE + " characters");
        }
        return note.isEmpty() ? null : Values.storable(note);
    }

    private CaseId seen(CaseReference reference, Viewer viewer) {
        return sql.sql("select c.id from " + policy.sightOf(viewer).cases()
                        + " c where c.year = :year and c.number = :number")
                .param("viewer", viewer.user().value())
                .param("year", reference.year())
                .param("number", reference.number())
                .query((row, index) -> new CaseId(Values.id(row, "id")))
                .optional()
                .orElseThrow(() -> new InvalidInput("case", "is unknown"));
    }

    private void requireRoom(CaseId caseId) {
        int links = sql.sql("select count(*) from case_link where :case in (from_id, to_id)")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (links >= MOST) {
            throw Conflict.state("the case has " + MOST + " links already");
        }
    }

    private CaseLinkId inserted(CaseId caseId, CaseId other, LinkKind kind, @Nullable String note, Viewer by) {
        try {
            return new CaseLinkId(sql.sql("""
                    insert into case_link (from_id, to_id, kind, note, linked_by, linked_at)
                    values (:case, :other, :kind, :note, :by, :now) returning id
                    """)
                    .param("case", caseId.value())
                    .param("other", other.value())
                    .param("kind", kind.name())
                    .param("note", note, java.sql.Types.VARCHAR)
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .query(UUID.class)
                    .single());
        } catch (DuplicateKeyException known) {
            Conflict conflict = Conflict.state("the cases are linked already");
            conflict.initCause(known);
            throw conflict;
        }
    }

    /** In the order of their ids, so that two who link at once cannot wait for one another. */
    private void note(Action action, CaseId one, CaseId other, LinkKind kind, Viewer by) {
        Stream.of(Map.entry(one, kind), Map.entry(other, kind.inverse()))
                .sorted(Map.Entry.comparingByKey((left, right) ->
                        left.value().toString().compareTo(right.value().toString())))
                .forEach(each -> journal.append(NewEntry.of(action, Actor.of(by))
                        .in(each.getKey())
                        .with(Map.of("link", each.getValue().name()))));
    }

    /** {@code NotFound} for a link of other cases, or to one that the viewer does not see. */
    public CaseLink get(CaseId caseId, CaseLinkId id, Viewer viewer) {
        return current(caseId, id, viewer);
    }

    private CaseLink current(CaseId caseId, CaseLinkId id, Viewer viewer) {
        return of(caseId, viewer).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("link"));
    }

    /** Takes it away for both. {@code NotFound} for a link of other cases, or to one that the viewer does not see. */
    public CaseLink remove(CaseId caseId, CaseLinkId id, Viewer by) {
        return Objects.requireNonNull(work.inOpenCase(caseId, by, () -> {
            CaseLink link = current(caseId, id, by);
            int gone = sql.sql("delete from case_link where id = :id")
                    .param("id", id.value())
                    .update();
            if (gone == 0) {
                throw new NotFound("link");
            }
            note(Action.CASE_UNLINKED, caseId, link.other().id(), link.kind(), by);
            return link;
        }));
    }
}
