package io.liasse.store.database;

import io.liasse.store.InvalidInput;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sort key of the last row of a page, as an opaque word; the next page begins after it, whatever came in between. */
public record Cursor(List<String> parts) {
    private static final String SEPARATOR = " ";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
    }

    /** Reads what {@link #toString} wrote; anything else is {@link InvalidInput}. */
    public static Cursor parse(String text) {
        try {
            byte[] plain = Base64.getUrlDecoder().decode(text);
            return new Cursor(List.of(new String(plain, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    /** One page out of {@code limit + 1} rows asked for. */
    public static <T> Page<T> page(List<T> rows, PageRequest request, Function<T, Cursor> cursor) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, request.limit());
        return new Page<>(shown, cursor.apply(shown.getLast()).toString());
    }

    public String text(int part) {
        if (part >= parts.size()) {
            throw invalid(null);
        }
        return parts.get(part);
    }

    public UUID id(int part) {
        try {
            return UUID.fromString(text(part));
        } catch (IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    public long number(int part) {
        try {
            return Long.parseLong(text(part));
        } catch (NumberFormatException e) {
            throw invalid(e);
        }
    }

    /** Of a year with four digits. */
    public LocalDate day(int part) {
        try {
            String day = text(part);
            if (day.length() == "2026-01-01".length()) {
                return LocalDate.parse(day);
            }
        } catch (DateTimeException e) {
            throw invalid(e);
        }
        throw invalid(null);
    }

    public Instant moment(int part) {
        try {
            return Instant.parse(text(part));
        } catch (DateTimeException e) {
            throw invalid(e);
        }
    }

    private static InvalidInput invalid(@org.jspecify.annotations.Nullable Exception cause) {
        InvalidInput problem = new InvalidInput("cursor", "is not one that a list gave");
        problem.initCause(cause);
        return problem;
    }

    @Override
    public String toString() {
        byte[] plain = parts.stream().collect(Collectors.joining(SEPARATOR)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
