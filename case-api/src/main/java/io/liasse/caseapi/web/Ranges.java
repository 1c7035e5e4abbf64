package io.liasse.caseapi.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;

/**
 * Which bytes of a content a {@code Range} header asks for (RFC 9110, section 14). One range is served; several, or
 * another unit, are answered with the whole, as the standard allows.
 *
 * @param first of the bytes, from 0
 * @param length how many
 * @param size of the whole
 */
record Ranges(long first, long length, long size) {
    static Ranges whole(long size) {
        return new Ranges(0, size, size);
    }

    static Ranges of(@Nullable String header, long size) {
        List<HttpRange> asked = parsed(header);
        return asked.size() == 1 ? within(asked.getFirst(), size) : whole(size);
    }

    boolean isWhole() {
        return length == size;
    }

    String contentRange() {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }

    private static List<HttpRange> parsed(@Nullable String header) {
        if (header == null || !header.strip().startsWith("bytes=")) {
            return List.of();
        }
        try {
            return HttpRange.parseRanges(header.strip());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static Ranges within(HttpRange range, long size) {
        try {
            long first = range.getRangeStart(size);
            long last = range.getRangeEnd(size);
            if (first < size && first <= last) {
                return new Ranges(first, last - first + 1, size);
            }
        } catch (IllegalArgumentException e) {
            throw new UnsatisfiableRange(size, e);
        }
        throw new UnsatisfiableRange(size, null);
    }

    /** Becomes 416 with the size of the whole. */
    static final class UnsatisfiableRange extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final long size;

        private UnsatisfiableRange(long size, @Nullable Throwable cause) {
            super("range outside", cause);
            this.size = size;
        }

        String contentRange() {
            return "bytes */" + size;
        }
    }
}
