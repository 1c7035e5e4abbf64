package io.liasse.capture.boundary;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.Reading.ReadPage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a page looks like, as far as that says where documents begin and end.
 *
 * @param senders domains, numbers and accounts by which a sender is known
 * @param references numbers that the pages of one document have in common
 */
record Looks(
        ReadPage page,
        @Nullable Numbering numbering,
        boolean salutation,
        boolean closing,
        boolean heading,
        boolean dated,
        boolean addressed,
        Set<String> senders,
        Set<String> references) {
    private static final Set<String> OF_SENDERS = Set.of("email", "company-number", "iban");
    private static final Set<String> REFERENCES =
            Set.of("invoice-number", "reference", "policy-number", "customer-number", "insured-number");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:www\\.|@)([a-z0-9-]{1,60}(?:\\.[a-z0-9-]{1,60}){0,3}\\.[a-z]{2,10})");
    private static final Pattern DATED = Pattern.compile(
            "^(?:[\\p{L}.' -]{2,40},?\\s)?(?:le |den |il |am |the )?\\d{1,2}(?:er|st|nd|rd|th)?[. /-]{1,2}"
                    + "(?:\\p{L}{3,9}\\.?|\\d{1,2}[./-])\\s?,?\\s?(?:19|20)\\d{2}$");
    private static final Pattern TOWN = Pattern.compile("^(?:[a-z]{1,2}[- ])?\\d{4,5}\\s\\p{L}[\\p{L}.' -]{1,40}\\d?$");

    /** A letter begins in the upper half of its page; its greeting stands in the lower two thirds. */
    private static final int HEAD_LINES = 14;

    private static final int MOST_LINES = 400;
    private static final int LONGEST_HEADING = 45;
    private static final int LONGEST_SALUTATION = 70;

    static Looks of(ReadPage page, Words words, Numbering.Finder numbers) {
        List<String> lines = page.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
        List<String> small =
                lines.stream().map(line -> line.toLowerCase(Locale.ROOT)).toList();
        List<String> head = small.subList(0, Math.min(HEAD_LINES, small.size()));
        List<String> upper = small.subList(0, Math.min(small.size(), Math.max(HEAD_LINES, small.size() * 2 / 3)));
        List<String> lower = small.subList(small.size() / 3, small.size());
        return new Looks(
                page,
                numbers.in(lines).orElse(null),
                upper.stream()
                        .anyMatch(line -> line.length() <= LONGEST_SALUTATION && begins(line, words.salutations())),
                lower.stream().anyMatch(line -> begins(line, words.closings())),
                head.stream().anyMatch(line -> line.length() <= LONGEST_HEADING && begins(line, words.headings())),
                head.stream().anyMatch(line -> DATED.matcher(line).matches()),
                addressed(head),
                senders(page),
                values(page, REFERENCES));
    }

    /** A whole word at the beginning of the line. */
    private static boolean begins(String line, List<String> words) {
        return words.stream()
                .anyMatch(word -> line.startsWith(word)
                        && (line.length() == word.length()
                                || word.endsWith("m")
                                || word.endsWith("geehrte")
                                || !Character.isLetter(line.charAt(word.length()))));
    }

    private static boolean addressed(List<String> head) {
        return IntStream.range(1, head.size())
                .anyMatch(at ->
                        TOWN.matcher(head.get(at)).matches() && head.get(at - 1).length() < LONGEST_HEADING);
    }

    private static Set<String> senders(ReadPage page) {
        Set<String> senders = values(page, OF_SENDERS);
        senders.removeIf(value -> value.contains("@"));
        Matcher domains = DOMAIN.matcher(page.text().toLowerCase(Locale.ROOT));
        while (domains.find() && senders.size() < 20) {
            senders.add(domains.group(1));
        }
        return senders;
    }

    private static Set<String> values(ReadPage page, Set<String> names) {
        Set<String> values = new HashSet<>();
        for (FoundField field : page.fields()) {
            if (names.contains(field.name())) {
                values.add(field.name() + " " + field.value());
            }
        }
        return values;
    }
}
