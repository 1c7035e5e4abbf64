package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.search.Results.Count;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Journal;
import io.liasse.store.party.Party;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares what random viewers find in random cases with what the policy says of each document, case and person. */
class RightsTest {
    private static final List<String> WORDS = List.of("alpha", "beta", "gamma", "delta");
    private static final int CASES = 16;
    private static final int DOCUMENTS = 60;
    private static final int PEOPLE = 12;
    private static final int ROUNDS = 4;

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsExactlyWhatThePolicyAllows(long seed) {
        try (Program program = Program.start(TestDatabase.fresh(), home)) {
            World world = new World(program, new Random(seed));
            for (int round = 0; round < ROUNDS; round++) {
                world.settle();
                world.check();
                world.change();
            }
        }
    }

    /** Everything there is in one run, and how it is expected to be found. */
    private static final class World {
        private final Program program;
        private final Random random;
        private final AccessPolicy policy;
        private final Viewer owner;
        private final List<Viewer> viewers = new ArrayList<>();
        private final List<CaseFile> cases = new ArrayList<>();
        private final Map<DocumentId, String> texts = new HashMap<>();
        private final Map<Party, Set<CaseId>> people = new HashMap<>();

        World(Program program, Random random) {
            this.program = program;
            this.random = random;
            this.policy = program.bean(AccessPolicy.class);
            this.owner = program.user(Role.CASE_MANAGER);
            for (Role role : Role.values()) {
                viewers.add(program.user(role));
            }
            viewers.add(program.user());
            viewers.add(program.user(Role.CLERK, Role.RECORDS_OFFICER));
            viewers.add(owner);
            for (int i = 0; i < CASES; i++) {
                cases.add(program.open("Fall " + words(), random.nextInt(3) == 0, owner));
            }
            for (int i = 0; i < PEOPLE; i++) {
                people.put(program.person("Person " + words(), owner), new HashSet<>());
            }
            for (int i = 0; i < DOCUMENTS; i++) {
                document();
            }
            change();
        }

        private void document() {
            String text = words();
            int cut = text.indexOf(' ');
            String[] pages = cut < 0 ? new String[] {text} : new String[] {text.substring(0, cut), text.substring(cut)};
            if (random.nextInt(4) == 0) {
                Viewer poster = random.nextBoolean() ? any(viewers) : null;
                texts.put(program.read("Brief", "de", poster, pages), text);
            } else {
                texts.put(program.filed(any(cases), "Brief", pages).id(), text);
            }
        }

        /** Grants, withdrawals, seals, filings and participants at random. */
        void change() {
            for (int i = 0; i < 25; i++) {
                CaseFile caseFile = any(cases);
                Viewer viewer = viewers.get(random.nextInt(viewers.size() - 1));
                switch (random.nextInt(6)) {
                    case 0, 1 ->
                        program.cases().grant(caseFile.id(), viewer.user(), any(List.of(CaseRight.values())), owner);
                    case 2 -> program.cases().revoke(caseFile.id(), viewer.user(), owner);
                    case 3 -> seal(caseFile.id());
                    case 4 -> refile(caseFile);
                    default -> takePart(caseFile.id());
                }
            }
        }

        private void seal(CaseId id) {
            long version = program.cases().get(id, owner).version();
            CaseChange change = new CaseChange(null, null, null, random.nextBoolean(), null);
            program.cases().change(id, change, version, owner);
        }

        private void refile(CaseFile caseFile) {
            List<DocumentId> filed = texts.keySet().stream()
                    .filter(id -> current(id).caseId() != null)
                    .sorted((one, other) -> one.value().compareTo(other.value()))
                    .toList();
            program.file(any(filed), caseFile, owner);
        }

        private void takePart(CaseId caseId) {
            Party party = any(people.keySet().stream()
                    .sorted((one, other) ->
                            one.id().value().compareTo(other.id().value()))
                    .toList());
            if (people.get(party).add(caseId)) {
                program.takesPart(party.id(), caseId, owner);
            }
        }

        void settle() {
            Journal journal = program.bean(Journal.class);
            Shelf shelf = program.bean(Shelf.class);
            await().until(() ->
                    journal.after(shelf.serving().reach().position(), 1).isEmpty());
        }

        void check() {
            for (Viewer viewer : viewers) {
                check(viewer, "", text -> true);
                check(viewer, "alpha", text -> text.contains("alpha"));
                check(viewer, "alpha beta", text -> text.contains("alpha") && text.contains("beta"));
                check(viewer, "gam* -delta", text -> text.contains("gamma") && !text.contains("delta"));
            }
        }

        private void check(Viewer viewer, String typed, Predicate<String> matching) {
            Set<UUID> documents = texts.keySet().stream()
                    .filter(id -> matching.test(texts.get(id)) && sees(viewer, id))
                    .map(DocumentId::value)
                    .collect(Collectors.toSet());
            Set<UUID> files = cases.stream()
                    .filter(each -> matching.test(each.title() + names(each.id())) && sees(viewer, each.id()))
                    .map(each -> each.id().value())
                    .collect(Collectors.toSet());
            Set<UUID> persons = people.keySet().stream()
                    .filter(each -> matching.test(each.name()))
                    .filter(each -> people.get(each).stream().anyMatch(id -> sees(viewer, id)))
                    .map(each -> each.id().value())
                    .collect(Collectors.toSet());
            Set<UUID> expected = new HashSet<>();
            Stream.of(documents, files, persons).forEach(expected::addAll);

            Results results = program.search().find(question(typed, null), viewer);

            assertThat(results.total()).isEqualTo(expected.size());
            assertThat(all(typed, viewer)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(count(results, "DOCUMENT")).isEqualTo(documents.size());
            assertThat(count(results, "CASE")).isEqualTo(files.size());
            assertThat(count(results, "PERSON")).isEqualTo(persons.size());
        }

        private List<UUID> all(String typed, Viewer viewer) {
            List<UUID> found = new ArrayList<>();
            String cursor = null;
            do {
                Results results = program.search().find(question(typed, cursor), viewer);
                results.hits().forEach(hit -> found.add(hit.id()));
                cursor = results.next();
            } while (cursor != null);
            return found;
        }

        private static Question question(String typed, String cursor) {
            return new Question(
                    typed, Set.of(), null, null, null, null, null, null, null, Question.Sort.RELEVANCE, 7, cursor);
        }

        private static long count(Results results, String kind) {
            return results.facets().get("kind").stream()
                    .filter(each -> each.value().equals(kind))
                    .mapToLong(Count::count)
                    .sum();
        }

        private boolean sees(Viewer viewer, CaseId id) {
            return policy.rightOn(viewer, id).isPresent();
        }

        private boolean sees(Viewer viewer, DocumentId id) {
            return policy.maySee(viewer, id);
        }

        private String names(CaseId id) {
            return people.keySet().stream()
                    .filter(each -> people.get(each).contains(id))
                    .map(Party::name)
                    .collect(Collectors.joining(" "));
        }

        private Document current(DocumentId id) {
            return program.documents().find(id).orElseThrow();
        }

        private String words() {
            List<String> chosen =
                    WORDS.stream().filter(word -> random.nextBoolean()).toList();
            return String.join(" ", chosen.isEmpty() ? List.of("nichts") : chosen);
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
