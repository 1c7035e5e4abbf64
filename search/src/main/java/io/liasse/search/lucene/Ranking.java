package io.liasse.search.lucene;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** The orders of hits, and the cursors that go on after a hit: its sort values, not its place. */
enum Ranking {
    BY_SCORE('S'),
    NEWEST('N'),
    OLDEST('O');

    private final char mark;

    Ranking(char mark) {
        this.mark = mark;
    }

    static Ranking of(Ask ask) {
        return switch (ask.order()) {
            case RELEVANCE -> ask.wanted().namesNothing() ? NEWEST : BY_SCORE;
            case NEWEST -> NEWEST;
            case OLDEST -> OLDEST;
        };
    }

    Sort sort() {
        return switch (this) {
            case BY_SCORE -> new Sort(SortField.FIELD_SCORE, number(Fields.TIE, false));
            case NEWEST -> new Sort(number(Fields.DAY, true), number(Fields.MOMENT, true), number(Fields.TIE, false));
            case OLDEST -> new Sort(number(Fields.DAY, false), number(Fields.MOMENT, false), number(Fields.TIE, false));
        };
    }

    /** Opaque text of the sort values of a hit. */
    String cursor(FieldDoc hit) {
        ByteBuffer bytes =
                ByteBuffer.allocate(1 + hit.fields.length * Long.BYTES).put((byte) mark);
        for (Object value : hit.fields) {
            bytes.putLong(value instanceof Float score ? Float.floatToIntBits(score) : (Long) value);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Where to go on; empty when this is no cursor of this ranking. */
    Optional<FieldDoc> after(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        byte[] bytes = decoded(cursor);
        int fields = sort().getSort().length;
        if (bytes.length != 1 + fields * Long.BYTES || bytes[0] != mark) {
            return Optional.empty();
        }
        Object[] values = new Object[fields];
        for (int i = 0; i < fields; i++) {
            values[i] = value(i, ByteBuffer.wrap(bytes).getLong(1 + i * Long.BYTES));
        }
        // No document of equal values comes after it.
        return Optional.of(new FieldDoc(Integer.MAX_VALUE, Float.NaN, values));
    }

    private Object value(int field, long bits) {
        if (sort().getSort()[field].getType() == SortField.Type.SCORE) {
            return Float.intBitsToFloat((int) bits);
        }
        return bits;
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }

    /** What has no such value comes last either way. */
    private static SortField number(String field, boolean reverse) {
        return new SortField(field, SortField.Type.LONG, reverse, reverse ? Long.MIN_VALUE : Long.MAX_VALUE);
    }
}
