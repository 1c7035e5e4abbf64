package io.liasse.store.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between the values of Java and those that PostgreSQL keeps. Times have microseconds, text has no NUL character. */
public final class Values {
    private Values() {}

    /** The present moment as the database can give it back. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant moment) {
        return moment == null ? null : time(moment);
    }

    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant momentOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A parameter for {@code any(…)}; cast it to {@code uuid[]} for ids. */
    public static String[] array(Collection<?> values) {
        return values.stream().map(Object::toString).map(Values::storable).toArray(String[]::new);
    }

    /** The same text with U+FFFD for what the database cannot hold: NUL and halves of surrogate pairs. */
    public static String storable(String text) {
        StringBuilder result = null;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == 0 || isHalf(text, at)) {
                result = result == null ? new StringBuilder(text) : result;
                result.setCharAt(at, '\uFFFD');
            }
        }
        return result == null ? text : result.toString();
    }

    public static @Nullable String storableOrNull(@Nullable String text) {
        return text == null ? null : storable(text);
    }

    private static boolean isHalf(String text, int at) {
        char each = text.charAt(at);
        if (Character.isHighSurrogate(each)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(each) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
