package io.liasse.search.lucene;

import io.liasse.store.journal.JournalPosition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far in the journal a state of the index reaches.
 *
 * @param at time of the last entry seen
 */
public record Reach(JournalPosition position, @Nullable Instant at) {
    private static final String FORMAT = "format";
    private static final String POSITION = "position";
    private static final String AT = "at";

    public static final Reach NOTHING = new Reach(JournalPosition.START, null);

    /** What a commit carries. */
    Map<String, String> written() {
        Map<String, String> values = new HashMap<>();
        values.put(FORMAT, String.valueOf(Fields.FORMAT));
        values.put(POSITION, position.toString());
        if (at != null) {
            values.put(AT, at.toString());
        }
        return values;
    }

    static Reach read(Map<String, String> values) {
        String position = values.get(POSITION);
        if (position == null || !String.valueOf(Fields.FORMAT).equals(values.get(FORMAT))) {
            throw new IndexDamaged("index of another format: " + values.get(FORMAT));
        }
        String at = values.get(AT);
        return new Reach(JournalPosition.of(position), at == null ? null : Instant.parse(at));
    }
}
