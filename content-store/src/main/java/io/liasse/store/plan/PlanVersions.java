package io.liasse.store.plan;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.casefile.Participant;
import io.liasse.store.database.Values;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions of the plan of a case that were agreed; each stays as it was. Thread-safe. */
@Component
public class PlanVersions {
    private static final String SELECT = """
            select v.number, v.reason, v.agreed_on, v.review_on, v.settled_at, u.display_name,
                   array(select a.party_id from plan_agreement a
                         where a.case_id = v.case_id and a.number = v.number order by a.party_id) as agreed
            from plan_version v join users u on u.id = v.settled_by
            """;

    private final JdbcClient sql;
    private final CaseWork work;
    private final CaseFiles cases;
    private final Parties parties;
    private final PlanRows rows;
    private final Journal journal;
    private final Clock clock;

    PlanVersions(
            JdbcClient sql,
            CaseWork work,
            CaseFiles cases,
            Parties parties,
            PlanRows rows,
            Journal journal,
            Clock clock) {
        this.sql = sql;
        this.work = work;
        this.cases = cases;
        this.parties = parties;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** A row, its parties still by id. */
    private record Line(PlanVersion version, List<PartyId> agreed) {
        PlanVersion by(Map<PartyId, Party> known) {
            return new PlanVersion(
                    version.number(),
                    version.reason(),
                    version.agreedOn(),
                    agreed.stream().map(known::get).filter(Objects::nonNull).toList(),
                    version.reviewOn(),
                    version.settledBy(),
                    version.settledAt());
        }
    }

    /** All of a case, the last first. */
    public List<PlanVersion> of(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return list(caseId, null);
    }

    /** The one agreed last. */
    public Optional<PlanVersion> last(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return sql.sql("select max(number) from plan_version where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .optional()
                .map(number -> list(caseId, number).getFirst());
    }

    public PlanVersion get(CaseId caseId, int number, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return list(caseId, number).stream().findFirst().orElseThrow(() -> new NotFound("version of the plan"));
    }

    /** The plan as this version has it. */
    public PlanContent content(CaseId caseId, int number, Viewer viewer) {
        get(caseId, number, viewer);
        return rows.kept(caseId, number);
    }

    private List<PlanVersion> list(CaseId caseId, @Nullable Integer number) {
        List<Line> lines = sql.sql(SELECT + """
                where v.case_id = :case and (cast(:number as integer) is null or v.number = :number)
                order by v.number desc
                """)
                .param("case", caseId.value())
                .param("number", number)
                .query(PlanVersions::line)
                .list();
        Map<PartyId, Party> known = parties.findAll(lines.stream()
                .flatMap(each -> each.agreed().stream())
                .distinct()
                .toList());
        return lines.stream().map(each -> each.by(known)).toList();
    }

    private static Line line(ResultSet row, int index) throws SQLException {
        UUID[] agreed = (UUID[]) row.getArray("agreed").getArray();
        return new Line(
                new PlanVersion(
                        row.getInt("number"),
                        row.getString("reason"),
                        row.getObject("agreed_on", LocalDate.class),
                        List.of(),
                        row.getObject("review_on", LocalDate.class),
                        row.getString("display_name"),
                        Values.moment(row, "settled_at")),
                Arrays.stream(agreed).map(PartyId::new).toList());
    }

    /** Keeps the plan as it is now, as agreed. Needs WRITE on an open case with a goal. */
    public PlanVersion settle(CaseId caseId, NewPlanVersion wanted, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            if (rows.now(caseId).isEmpty()) {
                throw Conflict.state("there is no goal to agree on");
            }
            requireTakePart(caseId, wanted.agreed());
            int number = keep(caseId, wanted, by);
            wanted.agreed().forEach(each -> agree(caseId, number, each));
            journal.append(NewEntry.of(Action.PLAN_SETTLED, Actor.of(by))
                    .in(caseId)
                    .with(Map.of("planVersion", Integer.toString(number), "reason", wanted.reason())));
            return list(caseId, number).getFirst();
        });
    }

    private void requireTakePart(CaseId caseId, Set<PartyId> agreed) {
        Set<PartyId> present = cases.participants(caseId).stream()
                .filter(Participant::present)
                .map(Participant::party)
                .map(Party::id)
                .collect(Collectors.toSet());
        if (!present.containsAll(agreed)) {
            throw new InvalidInput("agreed", "names somebody who does not take part in the case");
        }
    }

    private int keep(CaseId caseId, NewPlanVersion wanted, Viewer by) {
        return sql.sql("""
                insert into plan_version (case_id, number, reason, agreed_on, review_on, settled_by, settled_at, goals,
                                          measures)
                select :case, coalesce((select max(v.number) from plan_version v where v.case_id = :case), 0) + 1, :reason,
                       :agreed, :review, :by, :now,
                       (select coalesce(jsonb_agg(to_jsonb(g)), '[]') from goal g where g.case_id = :case),
                       (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from measure m where m.case_id = :case)
                returning number
                """)
                .param("case", caseId.value())
                .param("reason", Values.storable(wanted.reason()))
                .param("agreed", wanted.agreedOn() == null ? LocalDate.now(clock) : wanted.agreedOn())
                .param("review", wanted.reviewOn())
                .param("by", by.user().value())
                .param("now", Values.time(Values.now(clock)))
                .query(Integer.class)
                .single();
    }

    private void agree(CaseId caseId, int number, PartyId party) {
        sql.sql("insert into plan_agreement (case_id, number, party_id) values (:case, :number, :party)")
                .param("case", caseId.value())
                .param("number", number)
                .param("party", party.value())
                .update();
    }
}
