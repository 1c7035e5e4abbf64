package io.liasse.routes.filing;

import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Candidate;
import io.liasse.store.document.Document;
import io.liasse.store.document.Documents;
import io.liasse.store.document.Evidence;
import io.liasse.store.document.Field;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.filing.FilingDecisions;
import io.liasse.store.filing.FilingModel;
import io.liasse.store.filing.KnownParty;
import io.liasse.store.filing.OpenCase;
import io.liasse.store.filing.RuleSet;
import io.liasse.store.filing.Traces;
import io.liasse.store.filing.Weighed;
import io.liasse.store.item.Item;
import io.liasse.store.party.NameKeys;
import io.liasse.store.party.Numbers;
import io.liasse.store.party.PartyId;
import io.liasse.store.party.PartyKind;
import io.liasse.store.type.TypeProposal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Weighs all that speaks for cases: references and threads, numbers and names of parties, numbers known from documents filed
 * before, what cases wait for, and documents that say much the same. Keeps each decision with its ground, and learns from
 * what persons make of it. Six queries by exact keys and one of the index for a document, whatever the number of parties, cases and documents.
 */
@Component
@EnableConfigurationProperties(FilingSettings.class)
class Weighing {
    private static final int FIRST_PAGES = 10;
    private static final int MOST_LETTERS = 200_000;
    private static final int MOST_CANDIDATES = 8;
    private static final int SHARED_BY_FEW = 8;
    private static final int MOST_LEARNED_FROM = 3_000;
    private static final int NEW_DECISIONS = 25;
    private static final Set<String> OF_MANY = Set.of("barcode", "case-reference", "cover-sheet");

    private final Traces traces;
    private final LikeCases like;
    private final Documents documents;
    private final FilingDecisions decisions;
    private final FilingSettings settings;
    private final Clock clock;

    Weighing(
            Traces traces,
            LikeCases like,
            Documents documents,
            FilingDecisions decisions,
            FilingSettings settings,
            Clock clock) {
        this.traces = traces;
        this.like = like;
        this.documents = documents;
        this.decisions = decisions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param candidates best first
     * @param agreed the cases on which all strong evidence agrees; null where there is none
     * @param disagreeing cases that strong evidence names without agreeing; empty where it agrees
     */
    record Result(
            List<Candidate> candidates,
            List<Weighed> weighed,
            FilingModel model,
            @Nullable Set<CaseId> agreed,
            Set<CaseReference> disagreeing) {
        Result {
            candidates = List.copyOf(candidates);
            weighed = List.copyOf(weighed);
            agreed = agreed == null ? null : Set.copyOf(agreed);
            disagreeing = Set.copyOf(disagreeing);
        }

        Candidate of(CaseId id) {
            return candidates.stream()
                    .filter(each -> each.caseId().equals(id))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Weighs the document beside what is already said for some cases and what rules say; remembers its numbers. */
    Result weigh(Document document, ReadResult found, Item item, List<Candidate> told, Ruled ruled) {
        Look look = new Look(document, found, item, told);
        traces.keep(document.id(), look.numbers.keySet());
        return look.result(model(ruled.rules()), ruled);
    }

    /** Remembers its numbers only. */
    void remember(Document document, ReadResult found, Item item) {
        traces.keep(document.id(), new Look(document, found, item, List.of()).numbers.keySet());
    }

    /** Keeps what was decided, with its ground. */
    void keep(Document document, Result result, FilingDecisions.Grounds grounds) {
        decisions.record(document.id(), result.model(), result.weighed(), grounds);
    }

    /** The share of what is filed alone that may be wrong. */
    double errorRate(RuleSet rules) {
        return rules.errorRateOr(settings.errorRate());
    }

    /** The weights as fitted last. */
    FilingModel fitted() {
        return decisions
                .model()
                .orElseGet(() -> new FilingModel(0, Weights.atFirst().asMap(), null, 0, Instant.EPOCH, null));
    }

    /** What was decided by now, to measure thresholds on. */
    Fitting fitting() {
        return new Fitting(decisions.known(MOST_LEARNED_FROM));
    }

    private boolean isDue(FilingModel present, RuleSet rules) {
        Double measured = present.errorRate();
        boolean otherRate = measured == null ? rules.errorRate() != null : measured != errorRate(rules);
        return otherRate || decisions.decidedSince(present.fittedAt(), NEW_DECISIONS) >= NEW_DECISIONS;
    }

    /** Learns where enough was decided since, or another rate of errors was chosen. */
    private FilingModel model(RuleSet rules) {
        FilingModel present = fitted();
        if (!isDue(present, rules) || !decisions.mayFit()) {
            return present;
        }
        Fitting fitting = fitting();
        FilingModel next = new FilingModel(
                present.version() + 1,
                fitting.weights().asMap(),
                fitting.threshold(errorRate(rules)),
                fitting.decisions(),
                clock.instant(),
                errorRate(rules));
        decisions.keep(next);
        return next;
    }

    /** What speaks for one case. */
    private static final class Speaking {
        private final OpenCase in;
        private final Map<String, Double> features = new HashMap<>();
        private final List<Evidence> evidence = new ArrayList<>();

        Speaking(OpenCase in) {
            this.in = in;
        }

        void add(EvidenceKind kind, double strength, Evidence seen) {
            features.merge(kind.key(), strength, Math::max);
            if (!evidence.contains(seen)) {
                evidence.add(seen);
            }
        }
    }

    /** The look at one document. */
    private final class Look {
        private final Document document;
        private final List<PageText> pages;
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final Map<String, Integer> names = new LinkedHashMap<>();
        private final Set<String> exact = new HashSet<>();
        private final Set<LocalDate> dates;
        private final Map<CaseId, Speaking> speaking = new LinkedHashMap<>();
        private final Set<PartyId> present = new HashSet<>();
        private final List<Set<CaseId>> strong = new ArrayList<>();

        Look(Document document, ReadResult found, Item item, List<Candidate> told) {
            this.document = document;
            this.pages = found.pages();
            int letters = 0;
            for (PageText page : found.pages()) {
                if (page.page() > FIRST_PAGES || letters > MOST_LETTERS) {
                    break;
                }
                letters += page.text().length();
                Numbers.in(page.text()).forEach(number -> numbers.putIfAbsent(number, page.page()));
                NameKeys.in(page.text()).forEach(key -> names.putIfAbsent(key, page.page()));
                exact.addAll(Plain.of(page.text()));
            }
            for (Field field : found.fields()) {
                if (!OF_MANY.contains(field.name()) && field.value().length() < 100) {
                    Numbers.in(field.value()).forEach(number -> numbers.putIfAbsent(number, page(field)));
                }
            }
            if (item.sender() != null && document.parent() == null) {
                Numbers.in(item.sender()).forEach(number -> numbers.putIfAbsent(number, 0));
                NameKeys.in(item.sender()).forEach(key -> names.putIfAbsent(key, 0));
            }
            this.dates = Plain.dates(found.pages());
            told.forEach(this::tell);
        }

        private static int page(Field field) {
            return Objects.requireNonNullElse(field.page(), 0);
        }

        private void tell(Candidate candidate) {
            OpenCase in = new OpenCase(candidate.caseId(), candidate.reference(), candidate.title());
            Speaking said = speaking.computeIfAbsent(in.id(), id -> new Speaking(in));
            for (Evidence each : candidate.evidence()) {
                EvidenceKind.of(each.kind()).ifPresent(kind -> said.add(kind, 1, each));
            }
        }

        Result result(FilingModel model, Ruled ruled) {
            Set<CaseId> told = new HashSet<>(speaking.keySet());
            told.forEach(id -> strong.add(Set.of(id)));
            parties();
            knownNumbers();
            like.to(pages)
                    .forEach((in, score) -> add(
                            in,
                            EvidenceKind.SIMILAR,
                            score,
                            evidence(EvidenceKind.SIMILAR, String.valueOf(Math.round(score * 100)), null)));
            Ruled.Named named = ruled.named();
            if (named != null && named.open()) {
                CaseFile file = named.caseFile();
                OpenCase in = new OpenCase(file.id(), file.reference(), file.title());
                add(in, EvidenceKind.RULE, 1, evidence(EvidenceKind.RULE, named.rule(), null));
                told.add(file.id());
            }
            awaited();
            return weighed(model, told);
        }

        private Evidence evidence(EvidenceKind kind, String value, @Nullable Integer page) {
            return new Evidence(kind.key(), value, page == null || page == 0 ? null : page);
        }

        private void parties() {
            Map<PartyId, List<KnownParty>> numbered = byParty(traces.numbered(numbers.keySet()));
            Map<PartyId, List<KnownParty>> named = byParty(traces.named(names.keySet()));
            Set<PartyId> all = new LinkedHashSet<>(numbered.keySet());
            all.addAll(named.keySet());
            if (all.isEmpty()) {
                return;
            }
            List.of(numbered, named)
                    .forEach(some -> some.forEach((id, known) -> {
                        if (known.stream().anyMatch(each -> !NameKeys.isBySound(each.key()))) {
                            present.add(id);
                        }
                    }));
            Map<PartyId, List<OpenCase>> cases = traces.casesOf(all).stream()
                    .collect(Collectors.groupingBy(
                            Traces.PartyCase::party, Collectors.mapping(Traces.PartyCase::in, Collectors.toList())));
            cases.forEach((party, some) -> {
                speak(Objects.requireNonNullElse(numbered.get(party), List.of()), some);
                speakByName(Objects.requireNonNullElse(named.get(party), List.of()), some);
            });
            participants(numbered, named);
        }

        private static Map<PartyId, List<KnownParty>> byParty(Collection<KnownParty> known) {
            return known.stream()
                    .collect(Collectors.groupingBy(KnownParty::party, LinkedHashMap::new, Collectors.toList()));
        }

        /** Numbers of persons; those of organisations stand on papers of all their cases. */
        private void speak(List<KnownParty> numbers, List<OpenCase> cases) {
            for (KnownParty known : numbers) {
                if (known.kind() == PartyKind.ORGANISATION) {
                    continue;
                }
                boolean asWritten = exact.contains(Plain.joined(known.value()));
                EvidenceKind kind = asWritten ? EvidenceKind.PARTY_NUMBER : EvidenceKind.PARTY_NUMBER_MISREAD;
                String value = known.value() + " · " + known.name();
                cases.forEach(each -> add(each, kind, 1, evidence(kind, value, this.numbers.get(known.key()))));
                if (asWritten && !known.value().contains("@")) {
                    strong.add(cases.stream().map(OpenCase::id).collect(Collectors.toSet()));
                }
            }
        }

        private void speakByName(List<KnownParty> keys, List<OpenCase> cases) {
            if (keys.isEmpty() || keys.getFirst().kind() == PartyKind.ORGANISATION) {
                return;
            }
            KnownParty known = keys.getFirst();
            List<String> written = keys.stream()
                    .map(KnownParty::key)
                    .filter(key -> !NameKeys.isBySound(key))
                    .toList();
            boolean born = known.birthDate() != null && dates.contains(known.birthDate());
            EvidenceKind kind = written.isEmpty()
                    ? EvidenceKind.PARTY_NAME_SIMILAR
                    : born ? EvidenceKind.NAME_AND_BIRTH : EvidenceKind.PARTY_NAME;
            if (written.isEmpty() && born) {
                kind = EvidenceKind.PARTY_NAME;
            }
            double strength = NameKeys.share(known.name(), written.isEmpty() ? keyTexts(keys) : written);
            Integer page = names.get(known.key());
            EvidenceKind found = kind;
            cases.forEach(each -> add(each, found, strength, evidence(found, known.name(), page)));
            if (found == EvidenceKind.NAME_AND_BIRTH) {
                strong.add(cases.stream().map(OpenCase::id).collect(Collectors.toSet()));
            }
        }

        private static List<String> keyTexts(List<KnownParty> keys) {
            return keys.stream().map(KnownParty::key).toList();
        }

        private void add(OpenCase in, EvidenceKind kind, double strength, Evidence seen) {
            speaking.computeIfAbsent(in.id(), id -> new Speaking(in)).add(kind, strength, seen);
        }

        /** Organisations do not lead to a case, but tell which of several. */
        private void participants(Map<PartyId, List<KnownParty>> numbered, Map<PartyId, List<KnownParty>> named) {
            Map<PartyId, KnownParty> organisations = new LinkedHashMap<>();
            for (Map<PartyId, List<KnownParty>> some : List.of(numbered, named)) {
                some.forEach((id, known) -> {
                    if (known.getFirst().kind() == PartyKind.ORGANISATION
                            && known.stream().anyMatch(each -> !NameKeys.isBySound(each.key()))) {
                        organisations.putIfAbsent(id, known.getFirst());
                    }
                });
            }
            if (organisations.isEmpty() || speaking.isEmpty()) {
                return;
            }
            for (Traces.PartyCase each : traces.taking(organisations.keySet(), Set.copyOf(speaking.keySet()))) {
                String name =
                        Objects.requireNonNull(organisations.get(each.party())).name();
                add(each.in(), EvidenceKind.PARTICIPANT, 1, evidence(EvidenceKind.PARTICIPANT, name, null));
            }
        }

        /** From whom it is leads to a case that waits for it; the type alone only tells which of several. */
        private void awaited() {
            if (present.isEmpty() && speaking.isEmpty()) {
                return;
            }
            List<Traces.AwaitedIn> open = traces.awaited(present, Set.copyOf(speaking.keySet()));
            if (open.isEmpty()) {
                return;
            }
            boolean typed = open.stream().anyMatch(each -> each.type() != null);
            String type = typed && document.type() == null
                    ? documents.proposedType(document).map(TypeProposal::type).orElse(null)
                    : document.type();
            for (Traces.AwaitedIn each : open) {
                boolean ofType = each.type() != null && each.type().equals(type);
                boolean other = each.type() != null && document.type() != null && !ofType;
                if (!other && (each.party() != null || ofType)) {
                    double strength = each.party() != null && ofType ? 1 : 0.5;
                    add(each.in(), EvidenceKind.AWAITED, strength, evidence(EvidenceKind.AWAITED, each.what(), null));
                }
            }
        }

        /** A number that documents of many cases share is nobody's. */
        private void knownNumbers() {
            Map<String, List<OpenCase>> cases = traces.casesWith(numbers.keySet(), document.id()).stream()
                    .collect(Collectors.groupingBy(
                            Traces.NumberCase::number,
                            LinkedHashMap::new,
                            Collectors.mapping(Traces.NumberCase::in, Collectors.toList())));
            cases.forEach((number, some) -> {
                if (some.size() > SHARED_BY_FEW) {
                    return;
                }
                EvidenceKind kind = some.size() == 1 ? EvidenceKind.KNOWN_NUMBER : EvidenceKind.KNOWN_NUMBER_SHARED;
                some.forEach(each -> add(each, kind, 1, evidence(kind, number, numbers.get(number))));
            });
        }

        private Result weighed(FilingModel model, Set<CaseId> told) {
            List<Speaking> all = List.copyOf(speaking.values());
            double[] probabilities = new Weights(model.weights())
                    .probabilities(all.stream().map(each -> each.features).toList());
            List<Weighed> weighed = new ArrayList<>();
            for (int i = 0; i < probabilities.length; i++) {
                Speaking each = all.get(i);
                weighed.add(new Weighed(each.in.id(), each.features, probabilities[i], each.evidence));
            }
            weighed.sort(Comparator.comparingDouble(Weighed::probability).reversed());
            List<Weighed> best = new ArrayList<>();
            for (Weighed each : weighed) {
                if (best.size() < MOST_CANDIDATES || told.contains(each.caseId())) {
                    best.add(each);
                }
            }
            Set<CaseId> agreed = agreed();
            return new Result(
                    best.stream().map(this::candidate).toList(),
                    best,
                    model,
                    agreed,
                    agreed != null && agreed.isEmpty() ? named() : Set.of());
        }

        private Candidate candidate(Weighed weighed) {
            OpenCase in = Objects.requireNonNull(speaking.get(weighed.caseId())).in;
            return new Candidate(in.id(), in.reference(), in.title(), weighed.probability(), weighed.evidence());
        }

        /** The cases that all strong evidence names. */
        private @Nullable Set<CaseId> agreed() {
            if (strong.isEmpty()) {
                return null;
            }
            Set<CaseId> agreed = new HashSet<>(strong.getFirst());
            strong.forEach(agreed::retainAll);
            return agreed;
        }

        private Set<CaseReference> named() {
            return strong.stream()
                    .flatMap(Set::stream)
                    .map(id -> Objects.requireNonNull(speaking.get(id)).in.reference())
                    .collect(Collectors.toCollection(
                            () -> new TreeSet<>(Comparator.comparing(CaseReference::toString))));
        }
    }
}
