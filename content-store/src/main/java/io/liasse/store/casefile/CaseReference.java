package io.liasse.store.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people and papers call a case: {@code 2026-000417-1}, that is year, number within the year and a check digit by
 * ISO 7064 MOD 11,10 over the ten digits before it.
 */
public record CaseReference(int year, int number) {
    /** Numbers of a year go from 1 to this. */
    public static final int MOST = 999_999;

    private static final Pattern EXACT = Pattern.compile("(\\d{4})-(\\d{6})-(\\d)");
    private static final Pattern WITHIN =
            Pattern.compile("(?<![\\p{L}\\d])((?:19|20|21)\\d{2})\\s?[-–—_.]\\s?(\\d{6})\\s?[-–—_.]\\s?(\\d)(?!\\d)");

    public CaseReference {
        if (year < 1900 || year > 2199 || number < 1 || number > MOST) {
            throw new IllegalArgumentException("no such case reference: " + year + ", " + number);
        }
    }

    /** Reads the exact written form; empty when the form or the check digit is wrong. */
    public static Optional<CaseReference> parse(String text) {
        Matcher form = EXACT.matcher(text.strip());
        return form.matches() ? checked(form) : Optional.empty();
    }

    /** All different, valid references in running text, in order; bears spaces, dashes and underscores of scans. */
    public static List<CaseReference> findAll(CharSequence text) {
        List<CaseReference> found = new ArrayList<>();
        Matcher form = WITHIN.matcher(text);
        while (form.find()) {
            checked(form).filter(each -> !found.contains(each)).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    private static Optional<CaseReference> checked(Matcher form) {
        int year = Integer.parseInt(form.group(1));
        int number = Integer.parseInt(form.group(2));
        if (number == 0 || year < 1900 || year > 2199) {
            return Optional.empty();
        }
        CaseReference reference = new CaseReference(year, number);
        return reference.checkDigit() == Integer.parseInt(form.group(3)) ? Optional.of(reference) : Optional.empty();
    }

    /** ISO 7064 MOD 11,10. */
    public int checkDigit() {
        int product = 10;
        for (char digit : "%04d%06d".formatted(year, number).toCharArray()) {
            int sum = (product + Character.digit(digit, 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    @Override
    public String toString() {
        return "%04d-%06d-%d".formatted(year, number, checkDigit());
    }
}
