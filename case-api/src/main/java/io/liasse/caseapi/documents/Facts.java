package io.liasse.caseapi.documents;

import io.liasse.store.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * What reading found out about a document beside its text; null where unknown.
 *
 * @param seconds that reading took
 * @param confidence mean word confidence in percent, null where no picture had to be read
 * @param hash beginning and end of the original's SHA-256
 */
public record Facts(
        @Nullable Double seconds,
        @Nullable String language,
        @Nullable Long confidence,
        String hash,
        long size) {
    public static Facts of(Document document) {
        Long millis = document.readingMillis();
        Double confidence = document.confidence();
        return new Facts(
                millis == null ? null : millis / 1000.0,
                document.language(),
                confidence == null ? null : Math.round(confidence * 100),
                shortened(document.sha256().hex()),
                document.size());
    }

    /** The unit that suits the size: B, kB, MB or GB, in steps of 1000. */
    public String unit() {
        return size < 1000 ? "B" : size < 1_000_000 ? "kB" : size < 1_000_000_000 ? "MB" : "GB";
    }

    /** The size in that unit. */
    public double amount() {
        return switch (unit()) {
            case "B" -> size;
            case "kB" -> size / 1e3;
            case "MB" -> size / 1e6;
            default -> size / 1e9;
        };
    }

    private static String shortened(String hex) {
        return hex.substring(0, 4) + "…" + hex.substring(hex.length() - 2);
    }
}
