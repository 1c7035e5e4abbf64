package io.liasse.caseapi.casework.plan;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import org.springframework.validation.Errors;

/** Shows at the forms of a plan what the store says of their input. */
final class PlanProblems {
    private PlanProblems() {}

    /** What stands in a form, stored; false with the problem at the form when it was refused. */
    static boolean accepted(Runnable store, Errors errors) {
        try {
            store.run();
            return true;
        } catch (InvalidInput problem) {
            reject(problem, errors);
        } catch (Conflict problem) {
            errors.reject(problem.stale() ? "plan.problem.stale" : "plan.problem.state");
        }
        return false;
    }

    /** At the field if the form has it, else above the form. */
    private static void reject(InvalidInput problem, Errors errors) {
        if (errors.getFieldType(problem.field()) == null) {
            errors.reject("cases.problem.invalid");
        } else {
            errors.rejectValue(problem.field(), "plan.problem." + problem.field());
        }
    }
}
