package io.liasse.store.filing;

import io.liasse.store.casefile.CaseReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of filing, as it was saved.
 *
 * @param version from 1; 0 is none saved yet
 * @param errorRate of what is filed alone, at most so much may be wrong; null: as the setting says
 * @param readable false when what is stored cannot be understood; then it has no rules
 */
public record RuleSet(
        int version, Instant at, String author, @Nullable Double errorRate, List<FilingRule> rules, boolean readable) {
    /** Before any was saved. */
    public static final RuleSet NONE = new RuleSet(0, Instant.EPOCH, "", null, List.of(), true);

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** These rules and this rate instead, not saved. */
    public RuleSet with(@Nullable Double rate, List<FilingRule> others) {
        return new RuleSet(version, at, author, rate, others, true);
    }

    /** The rate in force, given that of the settings. */
    public double errorRateOr(double setting) {
        return errorRate == null ? setting : errorRate;
    }

    /** All phrases that the text of a document is searched for, folded. */
    public Set<String> phrases() {
        return rules.stream().flatMap(rule -> rule.when().phrases().stream()).collect(Collectors.toSet());
    }

    /** What the rules say about a document. */
    public Ruling of(RuleSubject subject) {
        List<String> acted = new ArrayList<>();
        String asks = null;
        String type = null;
        Ruling.Naming naming = null;
        Set<UUID> tags = new LinkedHashSet<>();
        for (FilingRule rule : rules) {
            if (!rule.when().holds(subject)) {
                continue;
            }
            FilingRule.Effect effect = rule.then();
            acted.add(rule.name());
            asks = asks == null && effect.ask() ? rule.name() : asks;
            type = type == null ? effect.type() : type;
            naming = naming == null ? naming(rule) : naming;
            if (effect.tag() != null) {
                tags.add(effect.tag());
            }
        }
        return new Ruling(acted, asks, type, naming, tags);
    }

    private static Ruling.@Nullable Naming naming(FilingRule rule) {
        String named = rule.then().caseReference();
        return named == null
                ? null
                : CaseReference.parse(named)
                        .map(reference -> new Ruling.Naming(
                                rule.name(), reference, rule.then().file()))
                        .orElse(null);
    }
}
