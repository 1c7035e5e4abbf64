package io.liasse.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Searching an archive by REST with words, pairs, phrases and prefixes in four languages, and building its index. */
final class SearchLoad {
    private static final int DOCUMENTS = 100_000;
    private static final int QUERIES = 2_000;

    private SearchLoad() {}

    static List<Figure> measure(Client client, Program program, Samples samples)
            throws IOException, SQLException, InterruptedException {
        try (Connection connection = program.database()) {
            new Archive(samples).fill(connection, DOCUMENTS);
        }
        long start = System.nanoTime();
        client.command("/api/v1/index/rebuild");
        TimeUnit.SECONDS.sleep(1);
        while (isRebuilding(client)) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        double rebuilding = (System.nanoTime() - start) / 1e9;
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "index rebuilt", DOCUMENTS / rebuilding, "documents/s", null, DOCUMENTS + " one-page documents"));
        List<String> queries = queries(samples);
        queries.subList(0, 400).forEach(client::search);
        for (int clients : List.of(1, 2)) {
            Times times = new Times();
            Clients.work(clients, queries, query -> timed(client, query, times));
            String on = DOCUMENTS + " documents, " + queries.size() + " queries, " + clients + " connections";
            figures.add(new Figure("search p50", times.percentile(0.5), "ms", null, on));
            figures.add(new Figure("search p99", times.percentile(0.99), "ms", null, on));
        }
        return figures;
    }

    private static boolean isRebuilding(Client client) {
        return !client.get("/api/v1/index").path("rebuilding").isNull();
    }

    private static void timed(Client client, String query, Times times) {
        long start = System.nanoTime();
        client.search(query);
        times.add(System.nanoTime() - start);
    }

    private static List<String> queries(Samples samples) {
        List<String> all = new ArrayList<>();
        for (String language : List.of("fr", "de", "it", "en")) {
            all.addAll(samples.queries(language));
        }
        List<String> queries = new ArrayList<>();
        Random random = new Random(5);
        while (queries.size() < QUERIES) {
            Collections.shuffle(all, random);
            queries.addAll(all);
        }
        return queries.subList(0, QUERIES);
    }
}
