package io.liasse.store.plan;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Values;
import io.liasse.store.party.Parties;
import io.liasse.store.party.Party;
import io.liasse.store.party.PartyId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads goals and measures, from their tables and as a version of the plan kept them. Thread-safe. */
@Component
class PlanRows {
    private static final String GOALS = "select g.*, u.display_name from %s g left join users u on u.id = g.ended_by ";

    private static final String MEASURES = "select m.* from %s m ";

    /** Rows as they were: columns added later are null. */
    private static final String KEPT = """
            jsonb_populate_recordset(null::%1$s, (select v.%1$ss from plan_version v
                                                  where v.case_id = :case and v.number = :number))
            """;

    private final JdbcClient sql;
    private final Parties parties;

    PlanRows(JdbcClient sql, Parties parties) {
        this.sql = sql;
        this.parties = parties;
    }

    /** A row, its party still by id. */
    private record Line(Measure measure, @Nullable PartyId who) {
        Measure by(@Nullable Party party) {
            return new Measure(
                    measure.id(),
                    measure.goal(),
                    measure.what(),
                    party,
                    measure.place(),
                    measure.how(),
                    measure.startsOn(),
                    measure.endsOn(),
                    measure.cost(),
                    measure.state(),
                    measure.version());
        }
    }

    PlanContent now(CaseId caseId) {
        return new PlanContent(
                goals(caseId),
                measures(
                        MEASURES.formatted("measure") + "where m.case_id = :case order by m.id",
                        Map.of("case", caseId.value())));
    }

    /** In the order of the plan. */
    List<Goal> goals(CaseId caseId) {
        List<Goal> all = goals(GOALS.formatted("goal") + "where g.case_id = :case", Map.of("case", caseId.value()));
        return new PlanContent(all, List.of()).goals();
    }

    PlanContent kept(CaseId caseId, int number) {
        Map<String, Object> version = Map.of("case", caseId.value(), "number", number);
        return new PlanContent(
                goals(GOALS.formatted(KEPT.formatted("goal")), version),
                measures(MEASURES.formatted(KEPT.formatted("measure")) + "order by m.id", version));
    }

    Optional<Goal> goal(CaseId caseId, GoalId id) {
        return goals(
                        GOALS.formatted("goal") + "where g.case_id = :case and g.id = :id",
                        Map.of("case", caseId.value(), "id", id.value()))
                .stream()
                .findFirst();
    }

    Optional<Measure> measure(CaseId caseId, MeasureId id) {
        return measures(
                        MEASURES.formatted("measure") + "where m.case_id = :case and m.id = :id",
                        Map.of("case", caseId.value(), "id", id.value()))
                .stream()
                .findFirst();
    }

    private List<Goal> goals(String query, Map<String, ?> with) {
        return sql.sql(query).params(with).query(PlanRows::goal).list();
    }

    private List<Measure> measures(String query, Map<String, ?> with) {
        List<Line> lines = sql.sql(query).params(with).query(PlanRows::measure).list();
        Map<PartyId, Party> known = parties.findAll(
                lines.stream().map(Line::who).filter(Objects::nonNull).toList());
        return lines.stream()
                .map(each -> each.who() == null ? each.measure() : each.by(known.get(each.who())))
                .toList();
    }

    private static Goal goal(ResultSet row, int index) throws SQLException {
        UUID parent = Values.idOrNull(row, "parent_id");
        GoalState state = GoalState.valueOf(row.getString("state"));
        return new Goal(
                new GoalId(Values.id(row, "id")),
                parent == null ? null : new GoalId(parent),
                GoalLevel.valueOf(row.getString("level")),
                row.getString("what"),
                row.getString("need"),
                Horizon.valueOf(row.getString("horizon")),
                row.getInt("priority"),
                row.getObject("due_on", LocalDate.class),
                indicator(row),
                row.getBigDecimal("current_value"),
                row.getObject("measured_on", LocalDate.class),
                row.getString("conflict"),
                row.getString("settlement"),
                state,
                state == GoalState.OPEN ? null : ending(row),
                row.getLong("version"));
    }

    private static @Nullable Indicator indicator(ResultSet row) throws SQLException {
        String text = row.getString("indicator");
        return text == null
                ? null
                : new Indicator(
                        text,
                        row.getString("unit"),
                        row.getBigDecimal("start_value"),
                        row.getBigDecimal("target_value"));
    }

    private static Goal.Ending ending(ResultSet row) throws SQLException {
        return new Goal.Ending(
                row.getObject("attained", Integer.class),
                row.getString("explanation"),
                row.getString("display_name"),
                Values.moment(row, "ended_at"));
    }

    private static Line measure(ResultSet row, int index) throws SQLException {
        UUID who = Values.idOrNull(row, "party_id");
        BigDecimal cost = row.getBigDecimal("cost");
        return new Line(
                new Measure(
                        new MeasureId(Values.id(row, "id")),
                        new GoalId(Values.id(row, "goal_id")),
                        row.getString("what"),
                        null,
                        row.getString("place"),
                        row.getString("how"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class),
                        cost == null ? null : Cost.of(cost, row.getString("currency")),
                        MeasureState.valueOf(row.getString("state")),
                        row.getLong("version")),
                who == null ? null : new PartyId(who));
    }
}
