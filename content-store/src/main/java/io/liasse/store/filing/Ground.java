package io.liasse.store.filing;

import io.liasse.store.casefile.CaseId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was known of a document before the rules of filing were asked, beside its candidates: enough to decide again under
 * other rules without reading again.
 *
 * @param told the case that a reference, a thread or somebody named; null where none did
 * @param order whether somebody said so, which no other evidence can gainsay
 * @param byPerson whether that was a person of the house (the case was chosen, or a cover sheet lay on it)
 * @param asks why a person is asked, as {@code key|arg|arg}; null where {@code told} is not
 * @param weighable whether, in spite of that, it may be filed by weighing
 * @param agreed the cases on which all strong identifiers agree; null where there is none of these
 * @param disagreement why a person is asked because strong identifiers disagree; null where they do not
 * @param doubt why it may not be filed alone whatever its case, null when it may
 * @param type as it was known then, null when it was not
 */
public record Ground(
        @Nullable CaseId told,
        boolean order,
        boolean byPerson,
        @Nullable String asks,
        boolean weighable,
        @Nullable Set<CaseId> agreed,
        @Nullable String disagreement,
        @Nullable String doubt,
        @Nullable String type) {
    public Ground {
        agreed = agreed == null ? null : Set.copyOf(agreed);
    }
}
