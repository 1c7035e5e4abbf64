package io.liasse.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One measured figure.
 *
 * @param limit what the machine gives for the bare work in the same run, in the same unit; null where there is none
 * @param on what it was measured on: number and kind of documents, clients
 * @param taken on which day
 */
record Figure(
        String name, double value, String unit, @Nullable Double limit, String on, LocalDate taken) {
    Figure(String name, double value, String unit, @Nullable Double limit, String on) {
        this(name, value, unit, limit, on, LocalDate.now(ZoneOffset.UTC));
    }

    static Figure of(JsonNode json) {
        return new Figure(
                json.get("name").asString(),
                json.get("value").asDouble(),
                json.get("unit").asString(),
                json.hasNonNull("limit") ? json.get("limit").asDouble() : null,
                json.get("on").asString(),
                LocalDate.parse(json.path("taken")
                        .asString(LocalDate.now(ZoneOffset.UTC).toString())));
    }

    /** Whether the other is the same figure, taken again. */
    boolean replacedBy(Figure other) {
        return name.equals(other.name) && on.equals(other.on);
    }

    @Nullable
    Double ratio() {
        return limit == null ? null : value / limit;
    }

    private static String rounded(double number) {
        return (Math.abs(number) < 10 ? "%.2f" : "%.1f").formatted(number);
    }

    String line() {
        String beside = limit == null ? "" : rounded(limit);
        String ratio = limit == null ? "" : "%.2f".formatted(value / limit);
        return "| %s | %s | %s | %s | %s | %s | %s |".formatted(name, rounded(value), unit, beside, ratio, on, taken);
    }
}
