package io.liasse.bench;

import java.util.ArrayList;
import java.util.List;

/** Durations gathered by several threads, in milliseconds. */
final class Times {
    private final List<Double> millis = new ArrayList<>();

    synchronized void add(long nanos) {
        millis.add(nanos / 1e6);
    }

    /** The value below which the share {@code part} (0 to 1) of all lies. */
    synchronized double percentile(double part) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(part * sorted.size())));
    }

    synchronized int count() {
        return millis.size();
    }
}
