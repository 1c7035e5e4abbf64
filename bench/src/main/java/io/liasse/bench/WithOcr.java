package io.liasse.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Pages per second from the first post until the last scan is read, beside bare Tesseract on the same pages: once before
 * and once after, so that a machine that grows slower or faster meanwhile favours neither.
 */
final class WithOcr {
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 4;

    private WithOcr() {}

    static List<Figure> measure(Client client, Program program, Samples samples, Path scratch)
            throws InterruptedException {
        List<Samples.PagePicture> pages = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            pages.addAll(samples.pages());
        }
        Collections.shuffle(pages, new Random(7));
        samples.pages().forEach(page -> client.post(page.file()));
        client.awaitAllRead();
        double bareBefore = BareTesseract.seconds(pages, scratch.resolve("before"));
        Map<String, Double> before = program.processorSeconds();
        long start = System.nanoTime();
        List<String> ids = Collections.synchronizedList(new ArrayList<>());
        Clients.work(CLIENTS, pages, page -> ids.add(client.post(page.file())));
        client.awaitAllRead();
        double whole = (System.nanoTime() - start) / 1e9;
        Map<String, Double> after = program.processorSeconds();
        double bare = (bareBefore + BareTesseract.seconds(pages, scratch.resolve("after"))) / 2;
        requireRead(client, ids);
        String on = pages.size() + " scanned pages in four languages, " + CLIENTS + " connections";
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("read with OCR", pages.size() / whole, "pages/s", pages.size() / bare, on));
        after.forEach((part, used) -> figures.add(new Figure(
                "processor time of the " + part + " per page",
                (used - Objects.requireNonNull(before.get(part))) / pages.size(),
                "s",
                null,
                on)));
        return figures;
    }

    private static void requireRead(Client client, List<String> ids) {
        HashMap<String, Integer> states = new HashMap<>();
        ids.forEach(id -> states.merge(client.state(id), 1, Integer::sum));
        if (states.containsKey("FAILED")) {
            throw new IllegalStateException("not all pages were read: " + states);
        }
    }
}
