package io.liasse.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param limit what the machine gives for the bare work in the same run, in the same unit; null where there is none
 * @param on what it was measured on: number and kind of documents, clients
 */
record Figure(
        String name, double value, String unit, @Nullable Double limit, String on) {
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
        return "| %s | %s | %s | %s | %s | %s |".formatted(name, rounded(value), unit, beside, ratio, on);
    }
}
