package io.liasse.caseapi.casework.plan;

import io.liasse.caseapi.web.Entered;
import io.liasse.store.plan.Goal;
import io.liasse.store.plan.Horizon;
import io.liasse.store.plan.Indicator;
import io.liasse.store.plan.NewGoal;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** A goal as it is entered; numbers as people write them. */
record GoalForm(
        @Nullable String parent,
        @Nullable String what,
        @Nullable String need,
        @Nullable String horizon,
        @Nullable Integer priority,
        @Nullable String dueOn,
        @Nullable String indicator,
        @Nullable String unit,
        @Nullable String start,
        @Nullable String target,
        @Nullable String conflict,
        @Nullable String settlement,
        @Nullable Long version) {
    static GoalForm of(Goal goal) {
        Indicator indicator = goal.indicator();
        return new GoalForm(
                goal.parent() == null ? null : goal.parent().toString(),
                goal.what(),
                goal.need(),
                goal.horizon().name(),
                goal.priority(),
                Objects.toString(goal.dueOn(), null),
                indicator == null ? null : indicator.text(),
                indicator == null ? null : indicator.unit(),
                indicator == null ? null : indicator.start().toPlainString(),
                indicator == null ? null : indicator.target().toPlainString(),
                goal.conflict(),
                goal.settlement(),
                goal.version());
    }

    /** What a goal is without saying anything: for the middle term, of middle priority. */
    GoalForm orUsual() {
        return horizon != null
                ? this
                : new GoalForm(
                        parent,
                        what,
                        need,
                        Horizon.MID.name(),
                        2,
                        dueOn,
                        indicator,
                        unit,
                        start,
                        target,
                        conflict,
                        settlement,
                        version);
    }

    void check(Errors errors) {
        if (what == null) {
            errors.rejectValue("what", "plan.problem.what");
        }
        Entered.checkDay(errors, "dueOn", dueOn);
        Entered.checkNumber(errors, "start", start);
        Entered.checkNumber(errors, "target", target);
        boolean measured = indicator != null || unit != null || start != null || target != null;
        if (measured && indicator == null) {
            errors.rejectValue("indicator", "plan.problem.indicator");
        }
        if (measured && start == null) {
            errors.rejectValue("start", "plan.problem.number");
        }
        if (measured && target == null) {
            errors.rejectValue("target", "plan.problem.number");
        }
    }

    NewGoal goal() {
        return new NewGoal(
                Objects.toString(what, ""),
                need,
                Entered.term(Horizon.values(), horizon),
                priority == null ? 2 : priority,
                Entered.day(dueOn),
                indicated(),
                conflict,
                settlement);
    }

    private @Nullable Indicator indicated() {
        BigDecimal from = Entered.number(start);
        BigDecimal to = Entered.number(target);
        return indicator == null || from == null || to == null ? null : new Indicator(indicator, unit, from, to);
    }
}
