package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.Ground;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.RuleSets;
import io.liasse.store.filing.RuleSubject;
import io.liasse.store.filing.Ruling;
import io.liasse.store.tag.TagId;
import io.liasse.store.tag.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the rules in force about a document, and does what they say beside filing. A case, tag or type that is gone is passed over. Thread-safe. */
@Component
class Rules {
    private final RuleSets sets;
    private final CaseFiles cases;
    private final Documents documents;
    private final Tags tags;

    Rules(RuleSets sets, CaseFiles cases, Documents documents, Tags tags) {
        this.sets = sets;
        this.cases = cases;
        this.documents = documents;
        this.tags = tags;
    }

    /** What they say about a document of that type. Costs one query where there are no rules. */
    Ruled about(DocumentId id, @Nullable String type) {
        RuleSet rules = sets.inForce();
        if (rules.rules().isEmpty()) {
            return Ruled.nothing(rules);
        }
        Map<DocumentId, RuleSubject> subjects = sets.subjects(List.of(id), rules.phrases(), each -> type);
        return ruled(rules, Optional.ofNullable(subjects.get(id)), cases::find);
    }

    static Ruled ruled(
            RuleSet rules, Optional<RuleSubject> subject, Function<CaseReference, Optional<CaseFile>> register) {
        Ruling ruling = subject.map(rules::of).orElse(Ruling.NONE);
        Ruling.Naming naming = ruling.naming();
        Ruled.Named named = naming == null
                ? null
                : register.apply(naming.reference())
                        .map(found -> new Ruled.Named(naming.rule(), found, naming.file()))
                        .orElse(null);
        return new Ruled(rules, ruling, named);
    }

    /** Type and tags. What is decided already is left alone. */
    void apply(DocumentId id, Ruled ruled, @Nullable String known) {
        Ruling ruling = ruled.ruling();
        if (ruling.acted().isEmpty() || isSettled(id)) {
            return;
        }
        if (known == null && ruling.type() != null) {
            documents.typeByRule(id, ruling.type(), String.join(", ", ruling.acted()));
        }
        if (!ruling.tags().isEmpty()) {
            tags.putOnByRule(id, ruling.tags().stream().map(TagId::new).toList());
        }
    }

    private boolean isSettled(DocumentId id) {
        return documents
                .find(id)
                .filter(each -> each.state() == DocumentState.FILED || each.state() == DocumentState.NOT_OURS)
                .isPresent();
    }

    FilingDecisions.Grounds grounds(Ground ground, Ruled ruled, double errorRate, Verdict verdict) {
        String reason = verdict instanceof Verdict.Ask(var why) ? why : null;
        return new FilingDecisions.Grounds(
                ground, ruled.rules().version(), ruled.ruling().acted(), errorRate, reason);
    }
}
