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

    String line() {
        String beside = limit == null ? "" : "%.1f".formatted(limit);
        String ratio = limit == null ? "" : "%.2f".formatted(value / limit);
        return "| %s | %.1f | %s | %s | %s | %s |".formatted(name, value, unit, beside, ratio, on);
    }
}
