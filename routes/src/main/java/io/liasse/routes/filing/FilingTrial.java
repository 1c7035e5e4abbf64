package io.liasse.routes.filing;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingDecisions.Decision;
import io.liasse.store.filing.FilingModel;
import io.liasse.store.filing.FilingRule;
import io.liasse.store.filing.Ground;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.RuleSets;
import io.liasse.store.filing.RuleSubject;
import io.liasse.store.filing.Weighed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries rules of filing on documents decided before: decides each again, by what was kept of it that day and the weights of
 * today, under the rules in force and under the others, and compares. Changes nothing; in one snapshot of the database.
 * Thread-safe.
 */
@Component
public class FilingTrial {
    /** Documents that can be tried on. */
    public static final List<Integer> SIZES = List.of(50, 200, 1000);

    /** Changes that are listed; all are counted. */
    public static final int MOST_LISTED = 200;

    private static final Set<String> TELLING = Stream.of(
                    EvidenceKind.WISHED,
                    EvidenceKind.COVER_SHEET,
                    EvidenceKind.REFERENCE_IN_BARCODE,
                    EvidenceKind.REFERENCE_IN_SUBJECT,
                    EvidenceKind.REFERENCE_IN_FOLDER,
                    EvidenceKind.REFERENCE_IN_NAME,
                    EvidenceKind.REFERENCE_IN_TEXT,
                    EvidenceKind.WITH_PARENT,
                    EvidenceKind.MAIL_THREAD)
            .map(EvidenceKind::key)
            .collect(Collectors.toSet());

    private final RuleSets sets;
    private final FilingDecisions decisions;
    private final Documents documents;
    private final CaseFiles cases;
    private final Weighing weighing;
    private final AccessPolicy policy;
    private final TransactionTemplate snapshot;

    FilingTrial(
            RuleSets sets,
            FilingDecisions decisions,
            Documents documents,
            CaseFiles cases,
            Weighing weighing,
            AccessPolicy policy,
            PlatformTransactionManager transactions) {
        this.sets = sets;
        this.decisions = decisions;
        this.documents = documents;
        this.cases = cases;
        this.weighing = weighing;
        this.policy = policy;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What came of it.
     *
     * @param documents tried on
     * @param changed how many would fare differently; the other counts say in which way, and may overlap
     * @param nowAlone would be filed alone and waited
     * @param nowWaiting would wait and were filed alone
     * @param agreeing of those now filed alone, how many a person has filed into the very case
     * @param contradicting of those, how many a person has filed elsewhere or taken back
     * @param unseen changed documents that are not listed, since the viewer may not see them
     * @param changes newest first, at most {@value #MOST_LISTED}
     */
    public record Result(
            int documents,
            Side before,
            Side after,
            int changed,
            int nowAlone,
            int nowWaiting,
            int otherCase,
            int otherType,
            int agreeing,
            int contradicting,
            int unseen,
            List<Change> changes) {
        public Result {
            changes = List.copyOf(changes);
        }
    }

    /** How many would be filed alone, and from which probability on. */
    public record Side(int alone, @Nullable Double threshold, double errorRate) {}

    /** A document that would fare differently. */
    public record Change(DocumentId id, String title, Instant at, Fate before, Fate after) {}

    /**
     * What would become of a document.
     *
     * @param into the case, null where it waits or the viewer may not see it
     * @param reason key of why it waits; null where it is filed
     * @param rules names of the rules that have a say
     */
    public record Fate(
            boolean alone,
            @Nullable CaseReference into,
            @Nullable String type,
            @Nullable String reason,
            List<String> rules) {
        public Fate {
            rules = List.copyOf(rules);
        }
    }

    /** A verdict with all that a comparison needs. */
    private record Outcome(Verdict verdict, @Nullable String type, List<String> rules) {
        @Nullable
        CaseId into() {
            return verdict instanceof Verdict.FileIn(var id) ? id : null;
        }

        boolean differs(Outcome other) {
            return !Objects.equals(into(), other.into()) || !Objects.equals(type, other.type);
        }
    }

    /** One side of the comparison. */
    private record Rulings(
            RuleSet rules,
            @Nullable Double threshold,
            Map<DocumentId, RuleSubject> subjects,
            Function<CaseReference, Optional<CaseFile>> register) {
        Ruled about(DocumentId id) {
            return Rules.ruled(rules, Optional.ofNullable(subjects.get(id)), register);
        }
    }

    private record Pair(Decision decision, Outcome before, Outcome after) {}

    /** The share of what is filed alone that may be wrong under these rules. */
    public double errorRate(RuleSet rules) {
        return weighing.errorRate(rules);
    }

    /** Tries them on the last documents, one of {@link #SIZES}; for who may see the rules. They need not be without problems. */
    public Result tryOut(@Nullable Double errorRate, List<FilingRule> rules, int last, Viewer viewer) {
        RuleSet inForce = sets.inForce(viewer);
        return Objects.requireNonNull(
                snapshot.execute(status -> compared(inForce, inForce.with(errorRate, rules), last, viewer)));
    }

    private Result compared(RuleSet inForce, RuleSet others, int last, Viewer viewer) {
        List<Decision> all = decisions.last(last);
        Map<DocumentId, @Nullable String> types = types(all);
        Map<CaseReference, Optional<CaseFile>> looked = new HashMap<>();
        Function<CaseReference, Optional<CaseFile>> register =
                reference -> looked.computeIfAbsent(reference, cases::find);
        Set<String> phrases = new HashSet<>(inForce.phrases());
        phrases.addAll(others.phrases());
        Map<DocumentId, RuleSubject> subjects =
                inForce.rules().isEmpty() && others.rules().isEmpty()
                        ? Map.of()
                        : sets.subjects(all.stream().map(Decision::document).toList(), phrases, types::get);
        FilingModel model = weighing.fitted();
        Fitting fitting = weighing.fitting();
        Rulings before = new Rulings(inForce, fitting.threshold(errorRate(inForce)), subjects, register);
        Rulings after = new Rulings(others, fitting.threshold(errorRate(others)), subjects, register);
        Weights weights = new Weights(model.weights());
        List<Pair> pairs = all.stream()
                .map(each -> {
                    String type = types.get(each.document());
                    return new Pair(each, outcome(each, type, before, weights), outcome(each, type, after, weights));
                })
                .toList();
        return result(pairs, before, after, viewer);
    }

    /** What was known that day; for decisions of which that was not kept, what is known today. */
    private Map<DocumentId, @Nullable String> types(List<Decision> all) {
        List<DocumentId> unknown = all.stream()
                .filter(each -> each.grounds() == null)
                .map(Decision::document)
                .toList();
        Map<DocumentId, @Nullable String> types = new HashMap<>();
        documents.findAll(unknown).forEach((id, document) -> types.put(id, document.type()));
        all.forEach(each -> {
            if (each.grounds() != null) {
                types.put(each.document(), each.grounds().ground().type());
            }
        });
        return types;
    }

    private static Outcome outcome(Decision decision, @Nullable String type, Rulings rulings, Weights weights) {
        Ruled ruled = rulings.about(decision.document());
        Ground ground = decision.grounds() == null
                ? earlier(decision)
                : decision.grounds().ground();
        List<Weighed> weighed = weighedAgain(decision, ruled, weights);
        Verdict verdict = Verdict.of(ground, weighed, rulings.threshold(), ruled);
        return new Outcome(
                verdict,
                type == null ? ruled.ruling().type() : type,
                ruled.ruling().acted());
    }

    /** What can be told of a decision from before grounds were kept. */
    private static Ground earlier(Decision decision) {
        if (decision.candidates().isEmpty()) {
            return new Ground(null, false, false, Verdict.NOTHING, true, null, null, null, null);
        }
        Weighed best = decision.candidates().getFirst();
        boolean told = best.features().keySet().stream().anyMatch(TELLING::contains);
        if (told && decision.alone()) {
            return new Ground(best.caseId(), false, false, null, false, null, null, null, null);
        }
        String asks = told ? Verdict.NOT_SURE : Verdict.NOTHING;
        return new Ground(null, false, false, asks, !told, null, null, null, null);
    }

    private static List<Weighed> weighedAgain(Decision decision, Ruled ruled, Weights weights) {
        Map<CaseId, Weighed> byCase = new java.util.LinkedHashMap<>();
        for (Weighed each : decision.candidates()) {
            Map<String, Double> features = new HashMap<>(each.features());
            features.remove(EvidenceKind.RULE.key());
            if (!features.isEmpty()) {
                byCase.put(each.caseId(), new Weighed(each.caseId(), features, 0, List.of()));
            }
        }
        Ruled.Named named = ruled.named();
        if (named != null && named.open()) {
            CaseId id = named.caseFile().id();
            Weighed known = byCase.get(id);
            Map<String, Double> features = new HashMap<>(known == null ? Map.of() : known.features());
            features.put(EvidenceKind.RULE.key(), 1.0);
            byCase.put(id, new Weighed(id, features, 0, List.of()));
        }
        List<Weighed> all = List.copyOf(byCase.values());
        double[] probabilities =
                weights.probabilities(all.stream().map(Weighed::features).toList());
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            weighed.add(new Weighed(all.get(i).caseId(), all.get(i).features(), probabilities[i], List.of()));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::probability).reversed());
        return weighed;
    }

    private Result result(List<Pair> pairs, Rulings before, Rulings after, Viewer viewer) {
        List<Pair> changed = pairs.stream()
                .filter(each -> each.before().differs(each.after()))
                .toList();
        List<Pair> nowAlone = changed.stream()
                .filter(each -> each.before().into() == null && each.after().into() != null)
                .toList();
        List<Pair> decided = nowAlone.stream()
                .filter(each ->
                        each.decision().decided() != null || each.decision().takenBack())
                .toList();
        int agreeing = count(
                decided,
                each -> Objects.equals(each.decision().decided(), each.after().into()));
        Map<DocumentId, Document> seen = new HashMap<>();
        documents
                .visible(
                        changed.stream().map(each -> each.decision().document()).toList(), viewer)
                .forEach(each -> seen.put(each.id(), each));
        List<Pair> listed = changed.stream()
                .filter(each -> seen.containsKey(each.decision().document()))
                .limit(MOST_LISTED)
                .toList();
        Map<CaseId, CaseReference> named = policy.named(
                viewer,
                listed.stream()
                        .flatMap(each ->
                                Stream.of(each.before().into(), each.after().into()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return new Result(
                pairs.size(),
                side(before, count(pairs, each -> each.before().into() != null)),
                side(after, count(pairs, each -> each.after().into() != null)),
                changed.size(),
                nowAlone.size(),
                count(
                        changed,
                        each -> each.before().into() != null && each.after().into() == null),
                count(
                        changed,
                        each -> each.before().into() != null
                                && each.after().into() != null
                                && !Objects.equals(
                                        each.before().into(), each.after().into())),
                count(
                        changed,
                        each -> !Objects.equals(
                                each.before().type(), each.after().type())),
                agreeing,
                decided.size() - agreeing,
                changed.size() - seen.size(),
                listed.stream()
                        .map(each -> change(
                                each,
                                Objects.requireNonNull(seen.get(each.decision().document())),
                                named))
                        .toList());
    }

    private Side side(Rulings rulings, int alone) {
        return new Side(alone, rulings.threshold(), weighing.errorRate(rulings.rules()));
    }

    private static int count(List<Pair> pairs, java.util.function.Predicate<Pair> which) {
        return (int) pairs.stream().filter(which).count();
    }

    private static Change change(Pair pair, Document document, Map<CaseId, CaseReference> named) {
        return new Change(
                document.id(),
                document.title(),
                pair.decision().at(),
                fate(pair.before(), named),
                fate(pair.after(), named));
    }

    private static Fate fate(Outcome outcome, Map<CaseId, CaseReference> named) {
        CaseId into = outcome.into();
        String reason = outcome.verdict() instanceof Verdict.Ask(var why) ? why.split("\\|", 2)[0] : null;
        return new Fate(into != null, into == null ? null : named.get(into), outcome.type(), reason, outcome.rules());
    }
}
