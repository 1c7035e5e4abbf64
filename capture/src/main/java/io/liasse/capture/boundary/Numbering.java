package io.liasse.capture.boundary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its number.
 *
 * @param of how many there are; null where it does not say
 */
record Numbering(int page, @Nullable Integer of) {
    private static final int LONGEST_LINE = 120;
    private static final int MOST_PAGES = 999;

    /** What recognition makes of a lone 1. */
    private static final String MISREAD_ONE = "[li|]";

    boolean isFirst() {
        return page == 1;
    }

    boolean isLast() {
        return of != null && page == of;
    }

    boolean follows(Numbering before) {
        return page == before.page + 1 && (of == null || before.of == null || of.equals(before.of));
    }

    /** Finds the number of a page. */
    static final class Finder {
        private final Pattern worded;
        private final Pattern bare;

        Finder(Words words) {
            String of = any(words.of());
            this.worded = Pattern.compile("(?:^|[^\\p{L}])" + any(words.page()) + "\\s{0,3}[:.]?\\s{0,3}(\\d{1,3}|"
                    + MISREAD_ONE + "(?=\\s{0,3}"
                    + of + "\\s{0,3}\\d))(?:\\s{0,3}"
                    + of + "\\s{0,3}(\\d{1,3}))?(?!\\d|[.,/]\\d|\\s?\\p{L}{4})");
            this.bare = Pattern.compile("^[-–—\\s(]{0,4}(\\d{1,3})\\s{0,2}" + of + "\\s{0,2}(\\d{1,3})[-–—\\s)]{0,4}$");
        }

        private static String any(List<String> words) {
            return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
        }

        /** Beginning and end of the page come first; a line that is nothing but a number of pages counts anywhere there. */
        Optional<Numbering> in(List<String> lines) {
            int few = 6;
            for (int each = 0; each < Math.min(few, lines.size()); each++) {
                Optional<Numbering> found = in(lines.get(lines.size() - 1 - each));
                if (found.isPresent()) {
                    return found;
                }
            }
            return lines.stream().limit(12).flatMap(line -> in(line).stream()).findFirst();
        }

        private Optional<Numbering> in(String line) {
            if (line.length() > LONGEST_LINE) {
                return Optional.empty();
            }
            String folded = line.toLowerCase(Locale.ROOT);
            return number(worded.matcher(folded)).or(() -> number(bare.matcher(folded)));
        }

        private static Optional<Numbering> number(Matcher matcher) {
            if (!matcher.find()) {
                return Optional.empty();
            }
            int page = matcher.group(1).matches(MISREAD_ONE) ? 1 : Integer.parseInt(matcher.group(1));
            Integer of = matcher.group(2) == null ? null : Integer.valueOf(matcher.group(2));
            boolean sound = page >= 1 && page <= MOST_PAGES && (of == null || of >= page);
            return sound ? Optional.of(new Numbering(page, of)) : Optional.empty();
        }
    }
}
