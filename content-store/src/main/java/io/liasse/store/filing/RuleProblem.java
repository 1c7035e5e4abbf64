package io.liasse.store.filing;

import io.liasse.store.InvalidInput;

/**
 * What is wrong with rules that somebody wants to save.
 *
 * @param rule which, from 1; 0 for the set as a whole
 * @param field of the rule, as programs call it
 * @param key of the text for people: {@code filing.problem.<key>}
 */
public record RuleProblem(int rule, String field, String key) {
    /** For programs: the field with its place, such as {@code rules[0].name}. */
    public InvalidInput asInvalid() {
        return new InvalidInput(rule == 0 ? field : "rules[%d].%s".formatted(rule - 1, field), key);
    }
}
