package io.liasse.search.lucene;

import io.liasse.search.query.Wanted;
import io.liasse.store.access.Role;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.access.Visibility;
import io.liasse.store.casefile.CaseId;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Measures the index alone, without the database: fills it with documents of one to four pages cut from the corpus, then
 * asks like people do, with rights, facets and twenty marked snippets. Arguments: number of documents, folder.
 */
final class SearchLoad {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CASES_PER_HUNDRED = 20;
    private static final int QUESTIONS = 2_000;
    private static final List<String> TYPES = List.of("letter", "invoice", "medical-report", "decision", "other");
    private static final List<String> PHASES = List.of("intake", "assessment", "planning", "implementation");

    private final Random random = new Random(42);
    private final List<Corpus.Text> texts = new ArrayList<>();
    private final List<Corpus.Known> known = new ArrayList<>();
    private final List<UUID> cases = new ArrayList<>();
    private final int documents;
    private final LuceneIndex index;

    private SearchLoad(int documents, Path folder) throws IOException {
        this.documents = documents;
        this.index = LuceneIndex.create(folder, 64);
        for (String language : Corpus.LANGUAGES) {
            try (Stream<Corpus.Text> all = new Corpus().texts(language)) {
                all.forEach(texts::add);
            }
            known.addAll(new Corpus().questions(language));
        }
        for (int i = 0; i < documents * CASES_PER_HUNDRED / 100; i++) {
            cases.add(UUID.randomUUID());
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        SearchLoad load = new SearchLoad(Integer.parseInt(arguments[0]), folder);
        load.fill();
        System.out.printf("index: %d MB%n", size(folder) >> 20);
        Visibility supervisor = load.supervisor();
        Visibility manager = load.manager();
        load.measure("warm-up", supervisor, 2, List.of("word", "phrase", "prefix", "two"));
        for (int clients : new int[] {1, 2}) {
            for (String kind :
                    List.of("word", "frequent", "phrase", "prefix", "two", "narrowed", "everything", "complete")) {
                load.measure(kind + ", supervisor", supervisor, clients, List.of(kind));
            }
            List<String> mix = List.of("word", "frequent", "phrase", "prefix", "two", "narrowed");
            load.measure("mix, supervisor", supervisor, clients, mix);
            load.measure("mix, case manager", manager, clients, mix);
        }
        load.index.close();
    }

    private void fill() {
        long begin = THREADS.getCurrentThreadCpuTime();
        long signs = 0;
        for (int i = 0; i < documents; i++) {
            Entry.OfDocument document = document();
            signs += document.pages().stream()
                    .mapToLong(page -> page.text().length())
                    .sum();
            index.put(document);
        }
        for (UUID each : cases) {
            index.put(new Entry.OfCase(
                    each,
                    "2026-000417-1",
                    PHASES.get(0),
                    texts.get(random.nextInt(texts.size())).title(),
                    "Meier Anna",
                    "complaint",
                    day(),
                    Instant.EPOCH,
                    Set.of()));
        }
        index.reached(Reach.NOTHING);
        double seconds = (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "filled: %d documents, %d MB of text, %.0f documents per cpu-s%n",
                documents,
                signs >> 20,
                documents / seconds);
    }

    private Entry.OfDocument document() {
        Corpus.Text text = texts.get(random.nextInt(texts.size()));
        List<Entry.PageContent> pages = new ArrayList<>();
        int number = 1 + random.nextInt(4);
        for (int page = 1; page <= number; page++) {
            pages.add(new Entry.PageContent(
                    page, excerpt(texts.get(random.nextInt(texts.size())), text), text.language()));
        }
        UUID caseId = random.nextInt(50) == 0 ? null : cases.get(random.nextInt(cases.size()));
        String phase = caseId == null ? null : PHASES.get(Math.floorMod(caseId.hashCode(), PHASES.size()));
        return new Entry.OfDocument(
                UUID.randomUUID(),
                caseId,
                caseId == null ? null : "2026-000417-1",
                phase,
                text.title(),
                "scan.pdf",
                null,
                TYPES.get(random.nextInt(TYPES.size())),
                text.language(),
                day(),
                Instant.EPOCH,
                Set.of(),
                pages);
    }

    /** At most 1,600 signs, of the wanted language where the first choice has it. */
    private String excerpt(Corpus.Text choice, Corpus.Text like) {
        String from = choice.language().equals(like.language()) ? choice.text() : like.text();
        int begin = random.nextInt(Math.max(1, from.length() - 1_600));
        return from.substring(begin, Math.min(from.length(), begin + 1_600));
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000));
    }

    private Visibility supervisor() {
        Set<CaseId> sealed = new HashSet<>();
        cases.stream().limit(cases.size() / 50).map(CaseId::new).forEach(sealed::add);
        return new Visibility(viewer(Role.SUPERVISOR), true, true, Set.of(), sealed);
    }

    private Visibility manager() {
        Set<CaseId> granted = new HashSet<>();
        cases.stream().skip(cases.size() - 40L).map(CaseId::new).forEach(granted::add);
        return new Visibility(viewer(Role.CASE_MANAGER), false, false, granted, Set.of());
    }

    private static Viewer viewer(Role role) {
        return new Viewer(new UserId(UUID.randomUUID()), "somebody", Set.of(role));
    }

    private void measure(String name, Visibility visibility, int clients, List<String> kinds) throws Exception {
        List<Callable<Times>> work = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Random own = new Random(client);
            work.add(() -> times(visibility, kinds, own, QUESTIONS / clients));
        }
        Times all = new Times();
        try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
            for (Future<Times> each : executor.invokeAll(work)) {
                all.add(each.get());
            }
        }
        System.out.printf("%-28s %d client(s): wall %s | cpu %s%n", name, clients, summary(all.wall), summary(all.cpu));
    }

    private static String summary(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return String.format(
                Locale.ROOT, "p50 %6.1f  p90 %6.1f  p99 %6.1f ms", at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99));
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) (sorted.size() * share)) / 1e6;
    }

    /** Elapsed times, and those of the processor, which count when others use the machine too. */
    private static final class Times {
        private final List<Long> wall = new ArrayList<>();
        private final List<Long> cpu = new ArrayList<>();

        void add(Times more) {
            wall.addAll(more.wall);
            cpu.addAll(more.cpu);
        }
    }

    private Times times(Visibility visibility, List<String> kinds, Random own, int questions) {
        Times times = new Times();
        for (int i = 0; i < questions; i++) {
            Ask ask = ask(visibility, kinds.get(own.nextInt(kinds.size())), own);
            long begin = System.nanoTime();
            long beginCpu = THREADS.getCurrentThreadCpuTime();
            if (kinds.contains("complete")) {
                index.complete(texts.get(own.nextInt(texts.size())).title().split(" ")[0], ask);
            } else {
                index.find(ask).matches().forEach(match -> index.snippet(ask.wanted(), match));
            }
            times.wall.add(System.nanoTime() - begin);
            times.cpu.add(THREADS.getCurrentThreadCpuTime() - beginCpu);
        }
        return times;
    }

    private Ask ask(Visibility visibility, String kind, Random own) {
        Ask.Narrowing narrowing = kind.equals("narrowed")
                ? new Ask.Narrowing(
                        Set.of(Kind.DOCUMENT),
                        null,
                        "letter",
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2023, 1, 1),
                        null,
                        null,
                        null)
                : Ask.Narrowing.NONE;
        String typed = switch (kind) {
            case "word" -> question("term-", own);
            case "frequent" -> question("term-frequent", own);
            case "phrase" -> question("phrase", own);
            case "prefix" -> question("prefix", own);
            case "two", "narrowed" -> question("term-medium", own) + " " + question("term-frequent", own);
            default -> "";
        };
        return new Ask(Wanted.read(typed), visibility, narrowing, Set.of(), Ask.Order.RELEVANCE, 20, null);
    }

    private String question(String kind, Random own) {
        while (true) {
            Corpus.Known question = known.get(own.nextInt(known.size()));
            if (question.kind().startsWith(kind)) {
                return question.typed();
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
