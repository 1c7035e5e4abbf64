package io.liasse.caseapi.cases;

import io.liasse.store.InvalidInput;
import org.springframework.validation.Errors;

/** Shows at a form what the store says of its input. */
public final class Problems {
    private Problems() {}

    /** At the field if the form has it, else above the form. */
    public static void reject(InvalidInput problem, Errors errors) {
        String field = problem.field();
        if (errors.getFieldType(field) == null) {
            errors.reject("cases.problem.invalid");
        } else {
            errors.rejectValue(field, "cases.problem." + field, "cases.problem.invalid");
        }
    }
}
