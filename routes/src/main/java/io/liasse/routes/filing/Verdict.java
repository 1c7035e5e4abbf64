package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.filing.Ground;
import io.liasse.store.filing.Weighed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a document by all that is known of it and the rules: one function of what is kept with each decision, so
 * that it can be asked again under other rules.
 */
sealed interface Verdict {
    String NOTHING = "no-evidence";
    String NOT_SURE = "not-sure";
    String LEARNING = "still-learning";

    /** Probability from which only the missing threshold keeps it from being filed. */
    double LIKELY = 0.9;

    /** It is filed without a person. */
    record FileIn(CaseId into) implements Verdict {}

    /** A person decides; {@code reason} is {@code key|arg|arg}. */
    record Ask(String reason) implements Verdict {}

    /**
     * @param weighed best first, the case that a rule names among them
     * @param threshold from which probability it is filed by weighing, null for none
     */
    static Verdict of(Ground ground, List<Weighed> weighed, @Nullable Double threshold, Ruled ruled) {
        Verdict verdict = beforeDoubts(ground, weighed, threshold, ruled);
        if (verdict instanceof Ask) {
            return verdict;
        }
        if (ground.doubt() != null) {
            return new Ask(ground.doubt());
        }
        String asks = ruled.ruling().asks();
        return asks == null || ground.byPerson() ? verdict : new Ask("rule|" + asks);
    }

    private static Verdict beforeDoubts(Ground ground, List<Weighed> weighed, @Nullable Double threshold, Ruled ruled) {
        Ruled.Named named = ruled.named();
        CaseId told = ground.told();
        if (told != null) {
            return ground.order() ? new FileIn(told) : told(ground, told, named);
        }
        String asks = ground.asks() == null ? NOTHING : ground.asks();
        if (!ground.weighable()) {
            return new Ask(asks);
        }
        if (ground.disagreement() != null) {
            return new Ask(ground.disagreement());
        }
        if (named != null && named.file()) {
            return byRule(ground, named);
        }
        Weighed best = weighed.isEmpty() ? null : weighed.getFirst();
        if (best == null) {
            return new Ask(asks);
        }
        if (threshold != null && best.probability() >= threshold) {
            boolean byRule = named != null && named.caseFile().id().equals(best.caseId());
            return byRule && isAgainst(ground, best.caseId()) ? against(named) : new FileIn(best.caseId());
        }
        if (!asks.equals(NOTHING)) {
            return new Ask(asks);
        }
        return new Ask(threshold == null && best.probability() >= LIKELY ? LEARNING : NOT_SURE);
    }

    private static Verdict told(Ground ground, CaseId told, Ruled.@Nullable Named named) {
        if (ground.disagreement() != null) {
            return new Ask(ground.disagreement());
        }
        boolean other = named != null && named.file() && !named.caseFile().id().equals(told);
        return other ? against(named) : new FileIn(told);
    }

    private static Verdict byRule(Ground ground, Ruled.Named named) {
        if (!named.open()) {
            return new Ask("case-closed|" + named.caseFile().reference());
        }
        return isAgainst(ground, named.caseFile().id())
                ? against(named)
                : new FileIn(named.caseFile().id());
    }

    /** Whether strong identifiers name other cases only. */
    private static boolean isAgainst(Ground ground, CaseId id) {
        return ground.agreed() != null && !ground.agreed().contains(id);
    }

    private static Verdict against(Ruled.@Nullable Named named) {
        return new Ask("rule-disagrees|" + (named == null ? "" : named.rule()));
    }
}
