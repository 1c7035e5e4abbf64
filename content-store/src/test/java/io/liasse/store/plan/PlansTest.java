package io.liasse.store.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.NewParticipant;
import io.liasse.store.journal.Action;
import io.liasse.store.party.PartyId;
import io.liasse.store.testing.Stores;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlansTest {
    private final Stores stores = Stores.fresh();
    private final Plans plans = stores.bean(Plans.class);
    private final PlanVersions versions = stores.bean(PlanVersions.class);
    private final CaseFiles cases = stores.bean(CaseFiles.class);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final CaseFile file = stores.given().openCase("Back to work", manager);
    private final CaseFile other = stores.given().openCase("Other", manager);
    private final PartyId anna = stores.given().person("Anna Meier", manager).id();

    PlansTest() {
        cases.addParticipant(file.id(), new NewParticipant(anna, "client"), manager);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static NewGoal goal(String what, int priority) {
        return new NewGoal(what, null, Horizon.LONG, priority, null, null, null, null);
    }

    private static NewGoal measurable(String what, int start, int target) {
        Indicator indicator = new Indicator("Workload", "%", BigDecimal.valueOf(start), BigDecimal.valueOf(target));
        return new NewGoal(what, "Income", Horizon.MID, 1, LocalDate.parse("2026-09-30"), indicator, null, null);
    }

    private static NewMeasure measure(String what, PartyId who) {
        return new NewMeasure(
                what,
                who,
                "Valmont",
                "Twice a week",
                LocalDate.parse("2026-05-01"),
                LocalDate.parse("2026-07-15"),
                Cost.of(new BigDecimal("4800"), "CHF"),
                MeasureState.PLANNED);
    }

    private static NewPlanVersion agreement(String reason, PartyId... agreed) {
        return new NewPlanVersion(reason, Set.of(agreed), null, LocalDate.parse("2099-01-01"));
    }

    private Goal add(GoalId parent, NewGoal goal) {
        return plans.add(file.id(), parent, goal, manager);
    }

    private List<Action> noted() {
        return stores
                .journal()
                .ofCase(
                        file.id(),
                        Set.of(
                                Action.GOAL_ADDED,
                                Action.GOAL_CHANGED,
                                Action.GOAL_MEASURED,
                                Action.GOAL_ASSESSED,
                                Action.GOAL_GIVEN_UP,
                                Action.GOAL_REOPENED,
                                Action.MEASURE_ADDED,
                                Action.MEASURE_CHANGED,
                                Action.PLAN_SETTLED),
                        PageRequest.first(50))
                .items()
                .stream()
                .map(each -> each.action())
                .toList();
    }

    @Test
    void standInATreeTheFirstPriorityFirst() {
        Goal later = add(null, goal("Later", 3));
        Goal main = add(null, goal(" Back at work ", 1));
        Goal speech = add(main.id(), goal("Speaks on the telephone", 2));
        Goal place = add(main.id(), goal("Workplace adapted", 1));
        Goal call = add(speech.id(), goal("Calls the employer", 1));
        assertThat(plans.of(file.id(), manager).goals())
                .extracting(Goal::what)
                .containsExactly(
                        "Back at work", "Workplace adapted", "Speaks on the telephone", "Calls the employer", "Later");
        assertThat(call.level()).isEqualTo(GoalLevel.ACTION);
        assertThat(place.parent()).isEqualTo(main.id());
        assertThatThrownBy(() -> add(call.id(), goal("Too deep", 1)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("action goal");
        assertThatThrownBy(() -> plans.add(other.id(), main.id(), goal("Elsewhere", 1), manager))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plans.goal(other.id(), later.id(), manager)).isInstanceOf(NotFound.class);
        assertThat(plans.of(other.id(), manager).isEmpty()).isTrue();
    }

    @Test
    void tellHowFarTheyAre() {
        Goal goal = add(null, measurable("Works half-time", 20, 50));
        assertThat(goal.percent()).isEmpty();
        Goal half = plans.measured(
                file.id(), goal.id(), new BigDecimal("35.00"), LocalDate.parse("2026-06-01"), goal.version(), manager);
        assertThat(half.percent()).hasValue(50);
        assertThat(half.current()).isEqualByComparingTo("35");
        assertThat(half.measuredOn()).isEqualTo("2026-06-01");
        Goal back = plans.measured(file.id(), goal.id(), BigDecimal.TEN, null, half.version(), manager);
        assertThat(back.percent()).hasValue(0);
        Goal fewer = add(null, measurable("Fewer days of pain", 10, 2));
        assertThat(plans.measured(file.id(), fewer.id(), BigDecimal.valueOf(4), null, 1, manager)
                        .percent())
                .hasValue(75);
        Goal without = add(null, goal("Without indicator", 1));
        assertThatThrownBy(() -> plans.measured(file.id(), without.id(), BigDecimal.ONE, null, 1, manager))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        plans.measured(file.id(), fewer.id(), new BigDecimal("1e400"), null, fewer.version(), manager))
                .isInstanceOf(InvalidInput.class);
        Goal unmeasured = plans.change(file.id(), goal.id(), goal("Works half-time", 1), back.version(), manager);
        assertThat(unmeasured.current()).isNull();
    }

    @Test
    void endAssessedOrGivenUpWithTheReasonAndThatIsTakenBack() {
        Goal goal = add(null, goal("Drives again", 1));
        assertThatThrownBy(() -> plans.assess(file.id(), goal.id(), 1, " ", 1, manager))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("expected");
        assertThatThrownBy(() -> plans.assess(file.id(), goal.id(), 3, "x", 1, manager))
                .isInstanceOf(InvalidInput.class);
        Goal assessed = plans.assess(file.id(), goal.id(), -1, "Only by day", 1, manager);
        assertThat(assessed.ending().attained()).isEqualTo(-1);
        assertThat(assessed.ending().explanation()).isEqualTo("Only by day");
        assertThat(Attainment.tScore(plans.of(file.id(), manager).goals())).hasValue(40);
        assertThatThrownBy(() -> plans.change(file.id(), goal.id(), goal("Otherwise", 1), assessed.version(), manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> add(goal.id(), goal("Under what has ended", 1)))
                .isInstanceOf(Conflict.class);
        Goal open = plans.reopen(file.id(), goal.id(), assessed.version(), manager);
        assertThat(open.ending()).isNull();
        assertThatThrownBy(() -> plans.giveUp(file.id(), goal.id(), null, open.version(), manager))
                .isInstanceOf(InvalidInput.class);
        assertThat(plans.giveUp(file.id(), goal.id(), "No car", open.version(), manager)
                        .state())
                .isEqualTo(GoalState.GIVEN_UP);
        assertThat(noted())
                .containsExactly(Action.GOAL_GIVEN_UP, Action.GOAL_REOPENED, Action.GOAL_ASSESSED, Action.GOAL_ADDED);
    }

    @Test
    void haveMeasuresByThoseWhoTakePart() {
        Goal goal = add(null, goal("Speaks on the telephone", 1));
        Measure added = plans.add(file.id(), goal.id(), measure("Speech therapy", anna), manager);
        assertThat(added.who().name()).isEqualTo("Anna Meier");
        assertThat(added.cost()).isEqualTo(Cost.of(new BigDecimal("4800.00"), "CHF"));
        assertThat(added.overdue(LocalDate.parse("2026-07-16"))).isTrue();
        PartyId stranger = stores.given().person("Stranger", manager).id();
        assertThatThrownBy(() -> plans.add(file.id(), goal.id(), measure("By nobody here", stranger), manager))
                .isInstanceOf(InvalidInput.class);
        cases.endParticipant(file.id(), anna, "client", manager);
        NewMeasure done = new NewMeasure("Speech therapy", anna, null, null, null, null, null, MeasureState.DONE);
        Measure after = plans.change(file.id(), added.id(), done, added.version(), manager);
        assertThat(after.state()).isEqualTo(MeasureState.DONE);
        assertThat(after.who().id()).isEqualTo(anna);
        assertThatThrownBy(() -> plans.change(file.id(), added.id(), done, added.version(), manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> plans.measure(other.id(), added.id(), manager)).isInstanceOf(NotFound.class);
    }

    @Test
    void areKeptAsTheyWereAgreedAndCompared() {
        assertThatThrownBy(() -> versions.settle(file.id(), agreement("Too early", anna), manager))
                .isInstanceOf(Conflict.class);
        Goal goal = add(null, measurable("Works half-time", 0, 50));
        Goal gone = add(null, goal("Finds a flat", 2));
        Measure therapy = plans.add(file.id(), goal.id(), measure("Speech therapy", anna), manager);
        PlanVersion first = versions.settle(file.id(), agreement("First plan", anna), manager);
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.agreed()).extracting(each -> each.name()).containsExactly("Anna Meier");
        assertThat(first.agreedOn()).isEqualTo(LocalDate.now(stores.clock()));

        Goal measured = plans.measured(file.id(), goal.id(), BigDecimal.TEN, null, goal.version(), manager);
        plans.change(file.id(), goal.id(), measurable("Works half-time", 0, 60), measured.version(), manager);
        plans.giveUp(file.id(), gone.id(), "Found one", gone.version(), manager);
        Goal fresh = add(null, goal("Drives again", 1));
        NewMeasure weekly = new NewMeasure(
                "Speech therapy", anna, "Valmont", "Once a week", null, null, null, MeasureState.RUNNING);
        plans.change(file.id(), therapy.id(), weekly, therapy.version(), manager);
        PlanVersion second = versions.settle(file.id(), agreement("Less therapy", anna), manager);

        PlanContent kept = versions.content(file.id(), 1, manager);
        assertThat(kept.goals()).extracting(Goal::what).containsExactly("Works half-time", "Finds a flat");
        assertThat(kept.goals().getFirst().indicator().target()).isEqualByComparingTo("50");
        assertThat(kept.measuresOf(goal.id()).getFirst().who().id()).isEqualTo(anna);
        List<PlanDifference> differences =
                PlanDifference.between(kept, versions.content(file.id(), second.number(), manager));
        assertThat(differences)
                .extracting(each -> each.kind() + " " + each.title())
                .containsExactly(
                        "CHANGED Works half-time",
                        "ADDED " + fresh.what(),
                        "CHANGED Finds a flat",
                        "CHANGED Speech therapy");
        assertThat(differences.getFirst().fields()).containsExactly(new PlanDifference.Field("target", "50", "60"));
        assertThat(differences.getLast().fields())
                .extracting(PlanDifference.Field::name)
                .containsExactly("how", "startsOn", "endsOn", "cost");
        assertThat(versions.of(file.id(), manager))
                .extracting(PlanVersion::number)
                .containsExactly(2, 1);
        assertThatThrownBy(() -> versions.content(file.id(), 3, manager)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.content(other.id(), 1, manager)).isInstanceOf(NotFound.class);
    }

    @Test
    void areAgreedByThoseWhoTakePart() {
        add(null, goal("Works", 1));
        PartyId stranger = stores.given().person("Stranger", manager).id();
        assertThatThrownBy(() -> versions.settle(file.id(), agreement("Plan", anna, stranger), manager))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> agreement("Plan")).isInstanceOf(InvalidInput.class);
        assertThat(versions.of(file.id(), manager)).isEmpty();
    }

    @Test
    void areSeenAndChangedByThoseWhoMayInOpenCasesOnly() {
        Goal goal = add(null, goal("Works", 1));
        assertThat(plans.of(file.id(), officer).goals()).hasSize(1);
        assertThatThrownBy(() -> plans.of(file.id(), clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> versions.of(file.id(), clerk)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plans.add(file.id(), null, goal("No", 1), officer))
                .isInstanceOf(NotAllowed.class);
        assertThat(plans.add(file.id(), null, goal("By the supervisor", 2), supervisor)
                        .what())
                .isEqualTo("By the supervisor");
        cases.change(
                file.id(),
                new CaseChange(null, null, CaseState.CLOSED, null, null),
                cases.get(file.id(), manager).version(),
                manager);
        assertThatThrownBy(() -> plans.assess(file.id(), goal.id(), 0, null, 1, manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> versions.settle(file.id(), agreement("Plan", anna), manager))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        assertThatThrownBy(() -> goal(" ", 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> goal("x".repeat(301), 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> goal("x", 4)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> measurable("x", 5, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NewGoal("x", null, Horizon.LONG, 1, null, null, null, "settled"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Cost.of(BigDecimal.ONE, "Fr.")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Cost.of(BigDecimal.valueOf(-1), "CHF")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> plans.goal(file.id(), new GoalId(UUID.randomUUID()), manager))
                .isInstanceOf(NotFound.class);
        Goal odd = add(null, goal("Null \u0000 and ’; drop table goal; -- 日本", 1));
        assertThat(odd.what()).contains("drop table goal").contains("日本");
    }

    @Test
    void areLimitedInNumber() {
        IntStream.range(0, Plans.MOST_GOALS).forEach(each -> add(null, goal("Goal " + each, 1)));
        assertThatThrownBy(() -> add(null, goal("One more", 1))).isInstanceOf(Conflict.class);
    }
}
