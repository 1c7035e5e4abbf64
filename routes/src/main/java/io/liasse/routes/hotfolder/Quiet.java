package io.liasse.routes.hotfolder;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which files have stayed as they are for long enough. Goes by what it sees itself, never by the times of files:
 * clocks of shares differ. Not thread-safe.
 */
final class Quiet {
    private record Seen(Drop drop, long since) {}

    private static final int EMPTY_WAITS = 10;

    private final Duration wait;
    private Map<Path, Seen> seen = new HashMap<>();

    Quiet(Duration wait) {
        this.wait = wait;
    }

    /** Those of the drops that were seen unchanged for the time, oldest first; call with every look. {@code now} in nanoseconds. */
    List<Drop> of(List<Drop> drops, long now) {
        Map<Path, Seen> current = HashMap.newHashMap(drops.size());
        for (Drop drop : drops) {
            Seen before = seen.get(drop.file());
            current.put(drop.file(), before != null && before.drop().equals(drop) ? before : new Seen(drop, now));
        }
        seen = current;
        return drops.stream()
                .filter(drop -> isOver(drop, now))
                .sorted(Comparator.comparing(Drop::modified))
                .toList();
    }

    private boolean isOver(Drop drop, long now) {
        Seen since = seen.get(drop.file());
        long needed = wait.toNanos() * (drop.size() == 0 ? EMPTY_WAITS : 1);
        return since != null && now - since.since() >= needed;
    }
}
