package io.liasse.bench;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.liasse.bench.StreamPapers.Medium;
import io.liasse.bench.StreamPapers.Paper;
import io.liasse.bench.StreamPapers.Told;
import io.liasse.bench.StreamWorld.Dossier;
import io.liasse.bench.StreamWorld.Organisation;
import io.liasse.bench.StreamWorld.Person;
import jakarta.mail.MessagingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A stream of papers with known cases, sent in batches through REST and a mailbox. After each batch a clerk decides what
 * waits, and takes back what was filed wrongly; so the program learns as it does in daily use.
 *
 * <p>Size and seed: {@code -Dstream.cases}, {@code -Dstream.papers}, {@code -Dstream.seed}.
 */
final class FilingStream implements AutoCloseable {
    private static final int BATCH = 100;
    private static final int CLIENTS = 4;
    private static final String ADDRESS = "post@liasse.example";
    private static final int SHOWN_CASES = 5;
    private static final int RULES = 50;
    private static final int TRIALS = 5;

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
    private final GreenMailUser mailbox;
    private final Times filing = new Times();
    private final Times looking = new Times();

    FilingStream() {
        server.start();
        mailbox = server.setUser(ADDRESS, ADDRESS, "post");
    }

    /** What the program must know to look into the mailbox. */
    Map<String, String> settings() {
        return Map.of(
                "LIASSE_MAILBOXES_0_PROTOCOL", "imap",
                "LIASSE_MAILBOXES_0_HOST", "127.0.0.1",
                "LIASSE_MAILBOXES_0_PORT", String.valueOf(server.getImap().getPort()),
                "LIASSE_MAILBOXES_0_USERNAME", ADDRESS,
                "LIASSE_MAILBOXES_0_PASSWORD", "post",
                "LIASSE_MAILBOXES_0_INTERVAL", "1s");
    }

    /** What became of a paper; {@code place} of the true case among the candidates, from 1, 0 for none. */
    private record Outcome(Paper paper, boolean alone, boolean right, int place, int keys) {}

    List<Figure> measure(Client client) throws InterruptedException {
        long seed = Long.getLong("stream.seed", 1);
        int cases = Integer.getInteger("stream.cases", 400);
        int papers = Integer.getInteger("stream.papers", 2_000);
        StreamWorld world = new StreamWorld(seed, cases);
        Map<Dossier, String> references = new Register(client).open(world);
        StreamPapers source = new StreamPapers(world, references, seed);
        StreamSheets sheets = new StreamSheets(seed);
        List<Outcome> outcomes = new ArrayList<>();
        for (int sent = 0; sent < papers; sent += BATCH) {
            outcomes.addAll(batch(client, source.next(Math.min(BATCH, papers - sent)), sheets, references));
            System.err.printf(
                    "%d of %d papers, %d of the last hundred alone%n",
                    outcomes.size(),
                    papers,
                    outcomes.subList(Math.max(0, outcomes.size() - BATCH), outcomes.size()).stream()
                            .filter(Outcome::alone)
                            .count());
        }
        String on = "%d papers of %d cases, seed %d".formatted(papers, cases, seed);
        List<Figure> figures = new ArrayList<>(figures(outcomes, on));
        figures.addAll(figures(outcomes.subList(outcomes.size() / 2, outcomes.size()), on + ", second half"));
        String clerks = " in " + on + ", four clerks at a time";
        figures.addAll(times("filing one document by hand", filing, filing.count() + " decisions" + clerks));
        figures.addAll(times("looking a case up by some letters", looking, looking.count() + " questions" + clerks));
        figures.add(new Figure(
                "trying " + RULES + " rules on the last 1,000 decisions, median of " + TRIALS,
                trial(client, world).percentile(0.5),
                "ms",
                null,
                on));
        for (Told told : Told.values()) {
            List<Outcome> some = outcomes.stream()
                    .filter(each -> each.paper().told() == told)
                    .toList();
            if (!some.isEmpty()) {
                figures.addAll(figures(some, on + ", told by " + told).subList(0, 3));
            }
        }
        return figures;
    }

    /** Each rule asks for a person where an organisation writes of some matter. */
    private static Times trial(Client client, StreamWorld world) {
        List<Map<String, Object>> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            String writer = world.organisations().get(i).name();
            rules.add(Map.of(
                    "name", i + " " + writer,
                    "when", Map.of("words", writer.replace(",", " ") + ", rente"),
                    "then", Map.of("ask", true)));
        }
        Times times = new Times();
        for (int i = 0; i < TRIALS; i++) {
            long begin = System.nanoTime();
            client.send("/api/v1/filing-rules/trial?last=1000", Map.of("rules", rules));
            times.add(System.nanoTime() - begin);
        }
        return times;
    }

    private static List<Figure> times(String name, Times times, String on) {
        return List.of(
                new Figure(name + ", p50", times.percentile(0.5), "ms", null, on),
                new Figure(name + ", p99", times.percentile(0.99), "ms", null, on));
    }

    private static List<Figure> figures(List<Outcome> outcomes, String on) {
        List<Outcome> alone = outcomes.stream().filter(Outcome::alone).toList();
        List<Outcome> known =
                outcomes.stream().filter(each -> each.paper().truth() != null).toList();
        return List.of(
                share("filed alone", alone.size(), outcomes.size(), on),
                share(
                        "filed alone rightly",
                        (int) alone.stream().filter(Outcome::right).count(),
                        alone.size(),
                        on),
                share(
                        "true case first",
                        (int) known.stream().filter(each -> each.place() == 1).count(),
                        known.size(),
                        on),
                share(
                        "true case among the first three",
                        (int) known.stream()
                                .filter(each -> each.place() >= 1 && each.place() <= 3)
                                .count(),
                        known.size(),
                        on),
                new Figure(
                        "keys of the clerk per paper",
                        outcomes.stream().mapToInt(Outcome::keys).average().orElse(0),
                        "keys",
                        null,
                        on));
    }

    private static Figure share(String name, int some, int all, String on) {
        return new Figure(name, all == 0 ? 0 : 100.0 * some / all, "%", null, all + " of " + on);
    }

    private List<Outcome> batch(Client client, List<Paper> papers, StreamSheets sheets, Map<Dossier, String> references)
            throws InterruptedException {
        Map<Paper, String> documents = new ConcurrentHashMap<>();
        List<Paper> mails =
                papers.stream().filter(paper -> paper.medium() == Medium.MAIL).toList();
        mails.forEach(this::deliver);
        Map<Paper, byte[]> files = new LinkedHashMap<>();
        papers.stream()
                .filter(paper -> paper.medium() != Medium.MAIL)
                .forEach(paper -> files.put(paper, sheets.file(paper)));
        Clients.work(
                CLIENTS,
                List.copyOf(files.keySet()),
                paper -> documents.put(
                        paper, client.post(StreamSheets.name(paper), Objects.requireNonNull(files.get(paper)))));
        awaitMails(client, mails, documents);
        client.awaitAllRead();
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        Clients.work(
                CLIENTS,
                papers,
                paper ->
                        outcomes.add(decided(client, paper, Objects.requireNonNull(documents.get(paper)), references)));
        return outcomes;
    }

    private void deliver(Paper paper) {
        try {
            mailbox.deliver(StreamSheets.mail(paper, ADDRESS));
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void awaitMails(Client client, List<Paper> mails, Map<Paper, String> documents)
            throws InterruptedException {
        while (mails.stream().anyMatch(paper -> !documents.containsKey(paper))) {
            TimeUnit.MILLISECONDS.sleep(300);
            Map<String, String> items = new HashMap<>();
            client.get("/api/v1/items?channel=MAIL&limit=200")
                    .get("items")
                    .forEach(item -> items.put(
                            item.path("messageId").asString("").replaceAll("[<>]", ""),
                            item.get("id").asString()));
            Map<String, String> ofItems = new HashMap<>();
            client.get("/api/v1/documents?limit=200")
                    .get("items")
                    .forEach(document -> ofItems.put(
                            document.get("item").asString(), document.get("id").asString()));
            mails.forEach(paper -> Optional.ofNullable(items.get(paper.messageId()))
                    .map(ofItems::get)
                    .ifPresent(document -> documents.put(paper, document)));
        }
    }

    /** What the program decided, then what the clerk does about it. */
    private Outcome decided(Client client, Paper paper, String id, Map<Dossier, String> references) {
        JsonNode document = client.get("/api/v1/documents/" + id);
        String truth = paper.truth() == null ? null : references.get(paper.truth());
        boolean alone = document.get("state").asString().equals("FILED");
        List<String> candidates = new ArrayList<>();
        document.path("candidates")
                .forEach(each -> candidates.add(each.get("case").asString()));
        int place = truth == null ? 0 : candidates.indexOf(truth) + 1;
        boolean right = alone && document.path("case").asString("").equals(truth);
        int keys = 0;
        if (truth == null) {
            keys = 2;
            if (alone) {
                client.send("/api/v1/documents/" + id + "/take-back", Map.of());
            }
        } else if (!right) {
            keys = (alone ? 1 : 0) + keys(client, paper, place, truth);
            long begin = System.nanoTime();
            client.send("/api/v1/documents/" + id + "/file", Map.of("case", truth, "type", paper.type()));
            filing.add(System.nanoTime() - begin);
        }
        return new Outcome(paper, alone, right, place, keys);
    }

    /** Accepting the first is one key, another of the list two; else the case is typed until it is among those shown. */
    private int keys(Client client, Paper paper, int place, String truth) {
        if (place == 1) {
            return 1;
        }
        if (place > 1 && place <= SHOWN_CASES) {
            return 2;
        }
        String typed = Objects.requireNonNull(paper.truth()).client().name();
        for (int letters = 2; letters <= typed.length(); letters++) {
            String some = URLEncoder.encode(typed.substring(0, letters), StandardCharsets.UTF_8);
            long begin = System.nanoTime();
            JsonNode cases = client.get("/api/v1/cases?limit=" + SHOWN_CASES + "&q=" + some);
            looking.add(System.nanoTime() - begin);
            for (JsonNode found : cases.get("items")) {
                if (found.get("reference").asString().equals(truth)) {
                    return letters + 2;
                }
            }
        }
        return typed.length() + truth.length();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Writes the people and cases of the world into the program. */
    private static final class Register {
        private final Client client;
        private final Map<Object, String> parties = new ConcurrentHashMap<>();

        Register(Client client) {
            this.client = client;
        }

        /** The references of the cases. */
        Map<Dossier, String> open(StreamWorld world) {
            Map<Dossier, String> references = new ConcurrentHashMap<>();
            Clients.work(CLIENTS, world.dossiers(), dossier -> references.put(dossier, open(dossier)));
            return references;
        }

        private String open(Dossier dossier) {
            List<Map<String, Object>> participants = new ArrayList<>();
            participants.add(Map.of("id", party(dossier.client()), "role", "client"));
            dossier.organisations().forEach(each -> participants.add(Map.of("id", party(each), "role", each.kind())));
            return client.send(
                            "/api/v1/cases",
                            Map.of(
                                    "type",
                                    dossier.second() ? "complaint" : "case-management",
                                    "title",
                                    dossier.client().name(),
                                    "parties",
                                    participants))
                    .get("reference")
                    .asString();
        }

        private String party(Person person) {
            return parties.computeIfAbsent(person, none -> {
                List<Map<String, String>> numbers = new ArrayList<>();
                numbers.add(identifier("ahv", person.insuredNumber()));
                add(numbers, "policy", person.policy());
                add(numbers, "email", person.email());
                return created(Map.of(
                        "kind", "PERSON",
                        "name", person.name(),
                        "birthDate", person.born().toString(),
                        "language", person.language(),
                        "place", person.home().town(),
                        "identifiers", numbers));
            });
        }

        private String party(Organisation organisation) {
            return parties.computeIfAbsent(
                    organisation,
                    none -> created(Map.of(
                            "kind", "ORGANISATION",
                            "name", organisation.name(),
                            "language", organisation.language(),
                            "place", organisation.home().town(),
                            "identifiers", List.of(identifier("email", organisation.email())))));
        }

        private String created(Map<String, Object> party) {
            return client.send("/api/v1/parties", party).get("id").asString();
        }

        private static void add(List<Map<String, String>> numbers, String scheme, @Nullable String value) {
            if (value != null) {
                numbers.add(identifier(scheme, value));
            }
        }

        private static Map<String, String> identifier(String scheme, String value) {
            return Map.of("scheme", scheme, "value", value);
        }
    }
}
