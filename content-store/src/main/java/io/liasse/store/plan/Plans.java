package io.liasse.store.plan;

import io.liasse.store.Conflict;
import io.liasse.store.Entries;
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
import io.liasse.store.party.PartyId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Goals of cases, in a tree of three levels, and the measures for them. Seen by who sees the case, changed by who may change
 * it while it is open, each change in its journal. Goals that were agreed are given up, not deleted. Thread-safe.
 */
@Component
public class Plans {
    /** So many goals in one case at most, ended ones included. */
    public static final int MOST_GOALS = 200;

    /** So many measures in one case at most. */
    public static final int MOST_MEASURES = 500;

    private final JdbcClient sql;
    private final CaseWork work;
    private final CaseFiles cases;
    private final PlanRows rows;
    private final Journal journal;
    private final Clock clock;

    Plans(JdbcClient sql, CaseWork work, CaseFiles cases, PlanRows rows, Journal journal, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.cases = cases;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
    }

    /** The plan as it is now. */
    public PlanContent of(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return rows.now(caseId);
    }

    /** The goals alone, in the order of the plan. */
    public List<Goal> goals(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return rows.goals(caseId);
    }

    /** {@code NotFound} in another case. */
    public Goal goal(CaseId caseId, GoalId id, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return current(caseId, id);
    }

    /** {@code NotFound} in another case. */
    public Measure measure(CaseId caseId, MeasureId id, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return current(caseId, id);
    }

    private Goal current(CaseId caseId, GoalId id) {
        return rows.goal(caseId, id).orElseThrow(() -> new NotFound("goal"));
    }

    private Measure current(CaseId caseId, MeasureId id) {
        return rows.measure(caseId, id).orElseThrow(() -> new NotFound("measure"));
    }

    /** A main goal, or one under {@code parent}, which is open and not an action goal. Needs WRITE on an open case. */
    public Goal add(CaseId caseId, @Nullable GoalId parent, NewGoal goal, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            GoalLevel level = parent == null ? GoalLevel.MAIN : levelUnder(caseId, parent);
            requireRoom("goal", caseId, MOST_GOALS);
            UUID id = sql.sql("""
                    insert into goal (case_id, parent_id, level, what, need, horizon, priority, due_on, indicator, unit,
                                      start_value, target_value, conflict, settlement)
                    values (:case, :parent, :level, :what, :need, :horizon, :priority, :due, :indicator, :unit,
                            :start, :target, :conflict, :settlement)
                    returning id
                    """)
                    .param("case", caseId.value())
                    .param("parent", parent == null ? null : parent.value())
                    .param("level", level.name())
                    .params(columns(goal))
                    .query(UUID.class)
                    .single();
            return noted(Action.GOAL_ADDED, caseId, new GoalId(id), Map.of(), by);
        });
    }

    private GoalLevel levelUnder(CaseId caseId, GoalId parent) {
        Goal above = rows.goal(caseId, parent).orElseThrow(() -> new InvalidInput("parent", "is no goal of this case"));
        if (!above.open()) {
            throw Conflict.state("the goal above has ended");
        }
        return above.level()
                .below()
                .orElseThrow(() -> new InvalidInput("parent", "is an action goal, which has none under it"));
    }

    private void requireRoom(String table, CaseId caseId, int most) {
        int present = sql.sql("select count(*) from " + table + " where case_id = :case")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (present >= most) {
            throw Conflict.state("a case has at most " + most + " " + table + "s");
        }
    }

    private static Map<String, @Nullable Object> columns(NewGoal goal) {
        Indicator indicator = goal.indicator();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("what", Values.storable(goal.what()));
        columns.put("need", Values.storableOrNull(goal.need()));
        columns.put("horizon", goal.horizon().name());
        columns.put("priority", goal.priority());
        columns.put("due", goal.dueOn());
        columns.put("indicator", indicator == null ? null : Values.storable(indicator.text()));
        columns.put("unit", indicator == null ? null : Values.storableOrNull(indicator.unit()));
        columns.put("start", indicator == null ? null : indicator.start());
        columns.put("target", indicator == null ? null : indicator.target());
        columns.put("conflict", Values.storableOrNull(goal.conflict()));
        columns.put("settlement", Values.storableOrNull(goal.settlement()));
        return columns;
    }

    /** Says an open goal otherwise; without an indicator, what was measured is forgotten. Needs WRITE on an open case. */
    public Goal change(CaseId caseId, GoalId id, NewGoal goal, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireOpen(current(caseId, id), version);
            sql.sql("""
                    update goal set what = :what, need = :need, horizon = :horizon, priority = :priority, due_on = :due,
                        indicator = :indicator, unit = :unit, start_value = :start, target_value = :target,
                        current_value = case when cast(:indicator as text) is null then null else current_value end,
                        measured_on = case when cast(:indicator as text) is null then null else measured_on end,
                        conflict = :conflict, settlement = :settlement, version = version + 1
                    where id = :id
                    """).params(columns(goal)).param("id", id.value()).update();
            return noted(Action.GOAL_CHANGED, caseId, id, Map.of(), by);
        });
    }

    /** What was measured, in the unit of the indicator; {@code on} null is today. Needs WRITE on an open case. */
    public Goal measured(CaseId caseId, GoalId id, BigDecimal value, @Nullable LocalDate on, long version, Viewer by) {
        BigDecimal current = Indicator.value("value", value);
        Entries.likely("on", on);
        return work.inOpenCase(caseId, by, () -> {
            Goal known = current(caseId, id);
            requireOpen(known, version);
            Indicator indicator = known.indicator();
            if (indicator == null) {
                throw new InvalidInput("value", "needs a goal with an indicator");
            }
            sql.sql("""
                    update goal set current_value = :value, measured_on = :on, version = version + 1 where id = :id
                    """)
                    .param("value", current)
                    .param("on", on == null ? LocalDate.now(clock) : on)
                    .param("id", id.value())
                    .update();
            String unit = indicator.unit() == null ? "" : " " + indicator.unit();
            return noted(Action.GOAL_MEASURED, caseId, id, Map.of("value", current.toPlainString() + unit), by);
        });
    }

    /**
     * To which degree it was attained: -2 much less than expected to 2 much more. An explanation is needed unless it is 0.
     * Needs WRITE on an open case.
     */
    public Goal assess(CaseId caseId, GoalId id, int attained, @Nullable String explanation, long version, Viewer by) {
        if (attained < -2 || attained > 2) {
            throw new InvalidInput("attained", "must be between -2 and 2");
        }
        String why = Entries.allowed("explanation", explanation, NewGoal.LONGEST_TEXT);
        if (why == null && attained != 0) {
            throw new InvalidInput("explanation", "is needed where it differs from what was expected");
        }
        return work.inOpenCase(caseId, by, () -> {
            requireOpen(current(caseId, id), version);
            ended(id, GoalState.ASSESSED, attained, why, by);
            Map<String, String> facts = Map.of("attained", Integer.toString(attained));
            return noted(Action.GOAL_ASSESSED, caseId, id, facts, by);
        });
    }

    /** It is no longer aimed at; the goals under it stay. Needs WRITE on an open case. */
    public Goal giveUp(CaseId caseId, GoalId id, @Nullable String explanation, long version, Viewer by) {
        String why = Entries.wanted("explanation", explanation == null ? "" : explanation, NewGoal.LONGEST_TEXT);
        return work.inOpenCase(caseId, by, () -> {
            requireOpen(current(caseId, id), version);
            ended(id, GoalState.GIVEN_UP, null, why, by);
            return noted(Action.GOAL_GIVEN_UP, caseId, id, Map.of(), by);
        });
    }

    /** Takes back how it ended. Needs WRITE on an open case. */
    public Goal reopen(CaseId caseId, GoalId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            Goal known = current(caseId, id);
            requireVersion(known.version(), version, "the goal");
            if (known.open()) {
                throw Conflict.state("the goal is open");
            }
            sql.sql("""
                    update goal set state = 'OPEN', attained = null, explanation = null, ended_by = null, ended_at = null,
                        version = version + 1
                    where id = :id
                    """).param("id", id.value()).update();
            return noted(Action.GOAL_REOPENED, caseId, id, Map.of(), by);
        });
    }

    private void ended(GoalId id, GoalState state, @Nullable Integer attained, @Nullable String why, Viewer by) {
        sql.sql("""
                update goal set state = :state, attained = :attained, explanation = :why, ended_by = :by, ended_at = :now,
                    version = version + 1
                where id = :id
                """)
                .param("state", state.name())
                .param("attained", attained)
                .param("why", Values.storableOrNull(why))
                .param("by", by.user().value())
                .param("now", Values.time(Values.now(clock)))
                .param("id", id.value())
                .update();
    }

    /** For a goal that is open. Needs WRITE on an open case. */
    public Measure add(CaseId caseId, GoalId goal, NewMeasure measure, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            if (!current(caseId, goal).open()) {
                throw Conflict.state("the goal has ended");
            }
            requireTakesPart(caseId, measure.who(), null);
            requireRoom("measure", caseId, MOST_MEASURES);
            UUID id = sql.sql("""
                    insert into measure (case_id, goal_id, what, party_id, place, how, starts_on, ends_on, cost, currency,
                                         state)
                    values (:case, :goal, :what, :who, :place, :how, :starts, :ends, :cost, :currency, :state)
                    returning id
                    """)
                    .param("case", caseId.value())
                    .param("goal", goal.value())
                    .params(columns(measure))
                    .query(UUID.class)
                    .single();
            return noted(Action.MEASURE_ADDED, caseId, new MeasureId(id), by);
        });
    }

    /** Says a measure otherwise, or how far it is. Needs WRITE on an open case. */
    public Measure change(CaseId caseId, MeasureId id, NewMeasure measure, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            Measure known = current(caseId, id);
            requireVersion(known.version(), version, "the measure");
            requireTakesPart(
                    caseId,
                    measure.who(),
                    known.who() == null ? null : known.who().id());
            sql.sql("""
                    update measure set what = :what, party_id = :who, place = :place, how = :how, starts_on = :starts,
                        ends_on = :ends, cost = :cost, currency = :currency, state = :state, version = version + 1
                    where id = :id
                    """).params(columns(measure)).param("id", id.value()).update();
            return noted(Action.MEASURE_CHANGED, caseId, id, by);
        });
    }

    private static Map<String, @Nullable Object> columns(NewMeasure measure) {
        Cost cost = measure.cost();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("what", Values.storable(measure.what()));
        columns.put("who", measure.who() == null ? null : measure.who().value());
        columns.put("place", Values.storableOrNull(measure.place()));
        columns.put("how", Values.storableOrNull(measure.how()));
        columns.put("starts", measure.startsOn());
        columns.put("ends", measure.endsOn());
        columns.put("cost", cost == null ? null : cost.amount());
        columns.put("currency", cost == null ? null : cost.currency().getCurrencyCode());
        columns.put("state", measure.state().name());
        return columns;
    }

    /** {@code known} did it before and may have left the case meanwhile. */
    private void requireTakesPart(CaseId caseId, @Nullable PartyId who, @Nullable PartyId known) {
        if (who != null && !who.equals(known) && !takesPart(caseId, who)) {
            throw new InvalidInput("who", "does not take part in the case");
        }
    }

    private boolean takesPart(CaseId caseId, PartyId who) {
        return cases.participants(caseId).stream()
                .filter(Participant::present)
                .anyMatch(each -> each.party().id().equals(who));
    }

    private static void requireOpen(Goal known, long version) {
        requireVersion(known.version(), version, "the goal");
        if (!known.open()) {
            throw Conflict.state("the goal has ended");
        }
    }

    private static void requireVersion(long present, long version, String what) {
        if (present != version) {
            throw Conflict.stale(what);
        }
    }

    private Goal noted(Action action, CaseId caseId, GoalId id, Map<String, String> facts, Viewer by) {
        Goal after = current(caseId, id);
        Map<String, String> details = new HashMap<>(facts);
        details.put("goal", after.what());
        journal.append(NewEntry.of(action, Actor.of(by)).in(caseId).with(details));
        return after;
    }

    private Measure noted(Action action, CaseId caseId, MeasureId id, Viewer by) {
        Measure after = current(caseId, id);
        journal.append(NewEntry.of(action, Actor.of(by)).in(caseId).with(Map.of("measure", after.what())));
        return after;
    }
}
