package io.liasse.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How fast the program answers whether it is well while it reads files that are meant to hurt. */
final class Responsive {
    private static final double MOST_MILLISECONDS = 200;

    private Responsive() {}

    static List<Figure> measure(Client client, Samples samples) throws IOException, InterruptedException {
        List<Path> hostile = samples.hostile();
        hostile.forEach(client::post);
        Times times = new Times();
        while (client.isReading()) {
            long begin = System.nanoTime();
            client.get("/actuator/health");
            times.add(System.nanoTime() - begin);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        String on = hostile.size() + " hostile files, " + times.count() + " requests";
        return List.of(
                new Figure("health while reading hostile files, p50", times.percentile(0.5), "ms", null, on),
                new Figure(
                        "health while reading hostile files, p99",
                        times.percentile(0.99),
                        "ms",
                        MOST_MILLISECONDS,
                        on));
    }
}
