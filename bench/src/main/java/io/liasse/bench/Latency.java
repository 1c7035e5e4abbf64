package io.liasse.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the moment a small text is posted until its one special word is found. One document at a time. */
final class Latency {
    private static final int DOCUMENTS = 100;

    private Latency() {}

    static List<Figure> measure(Client client) throws InterruptedException {
        Times times = new Times();
        for (int n = -5; n < DOCUMENTS; n++) {
            long nanos = one(client, "sondermarke" + Long.toString(1_000_000L + n, 36) + "x");
            if (n >= 0) {
                times.add(nanos);
            }
        }
        String on = times.count() + " small texts, one at a time";
        return List.of(
                new Figure("receipt to searchable, p50", times.percentile(0.5), "ms", null, on),
                new Figure("receipt to searchable, p99", times.percentile(0.99), "ms", null, on));
    }

    private static long one(Client client, String word) throws InterruptedException {
        byte[] text = ("Sehr geehrte Damen und Herren, dies ist ein kurzer Brief mit dem Wort " + word + ".")
                .getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        client.post(word + ".txt", text);
        while (client.search(word).get("total").asLong() == 0) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return System.nanoTime() - start;
    }
}
