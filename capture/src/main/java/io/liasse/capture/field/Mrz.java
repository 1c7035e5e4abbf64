package io.liasse.capture.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Machine-readable zones of travel documents (ICAO 9303 parts 3 to 7): TD1 (three lines of 30), TD2 and MRV-B (two of
 * 36), TD3 and MRV-A (two of 44). A letter that recognition takes for a similar one is put right only where the check
 * digits then agree and did not before, or where only a digit or only a letter can stand.
 */
final class Mrz {
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final Map<Character, Character> AS_DIGIT =
            Map.of('O', '0', 'Q', '0', 'D', '0', 'I', '1', 'L', '1', 'Z', '2', 'S', '5', 'B', '8', 'G', '6', 'A', '4');
    private static final Map<Character, Character> AS_LETTER =
            Map.of('0', 'O', '1', 'I', '2', 'Z', '5', 'S', '8', 'B', '6', 'G', '4', 'A');
    private static final int MOST_SWAPS = 2;

    /** The parts of a zone. */
    enum Form {
        TD1(30, 3),
        TD2(36, 2),
        TD3(44, 2);

        final int length;
        final int lines;

        Form(int length, int lines) {
            this.length = length;
            this.lines = lines;
        }
    }

    /**
     * A value of the zone.
     *
     * @param line of the zone, from 0, in which it stands
     * @param valid result of its check digit
     */
    record Part(
            String name,
            String value,
            int line,
            @Nullable Boolean valid,
            @Nullable String note) {}

    private final Form form;
    private final String[] lines;
    private final LocalDate today;
    private final List<Part> parts = new ArrayList<>();
    private boolean allValid = true;

    private Mrz(Form form, List<String> lines, LocalDate today) {
        this.form = form;
        this.lines = lines.toArray(String[]::new);
        this.today = today;
    }

    /** A line of text as a line of a zone; empty where it cannot be one. */
    static Optional<String> line(String text) {
        String plain = text.replaceAll("[\\s]", "")
                .replace('«', '<')
                .replace("‹", "<")
                .replace("﹤", "<")
                .replace("≤", "<")
                .replace("＜", "<");
        boolean form = plain.length() >= 26 && plain.length() <= 48 && plain.indexOf('<') >= 0;
        return form
                        && plain.matches("[A-Z0-9<a-z]+")
                        && plain.chars().filter(c -> c >= 'a' && c <= 'z').count() < 5
                ? Optional.of(plain.toUpperCase(java.util.Locale.ROOT))
                : Optional.empty();
    }

    /** Reads the zone that begins with the first of these lines; empty where none does. */
    static Optional<List<Part>> read(List<String> lines, LocalDate today) {
        for (Form form : Form.values()) {
            if (lines.size() >= form.lines) {
                List<String> fitted = new ArrayList<>();
                for (String line : lines.subList(0, form.lines)) {
                    fitted.add(fitted(line, form.length));
                }
                if (fitted.stream().noneMatch(String::isEmpty) && begins(form, fitted)) {
                    return new Mrz(form, fitted, today).parts();
                }
            }
        }
        return Optional.empty();
    }

    /** Fillers at the end may be one too many or too few; other lengths are no line of this form. */
    private static String fitted(String line, int length) {
        int most = length == Form.TD3.length ? 3 : 2;
        if (Math.abs(line.length() - length) > most) {
            return "";
        }
        if (line.length() > length) {
            String cut = line.replaceFirst("<{" + (line.length() - length) + "}(?=<*[0-9]?$|[0-9]$)", "");
            return cut.length() == length ? cut : "";
        }
        return line.length() == length || line.endsWith("<") ? line + "<".repeat(length - line.length()) : "";
    }

    private static boolean begins(Form form, List<String> lines) {
        char first = lines.getFirst().charAt(0);
        return switch (form) {
            case TD1 ->
                "ACI1".indexOf(first) >= 0 && lines.get(1).substring(0, 6).matches("[0-9OQDILZSBGA]{6}");
            case TD2 -> "ACIPV".indexOf(first) >= 0 && lines.getFirst().contains("<<");
            case TD3 -> "PV".indexOf(first) >= 0 && lines.getFirst().contains("<<");
        };
    }

    private Optional<List<Part>> parts() {
        switch (form) {
            case TD1 -> {
                number(0, 5, 14);
                dates(1, 0);
                country("nationality", 1, 15);
                country("issuing-country", 0, 2);
                names(2, 0);
                composite(
                        lines[0].substring(5)
                                + lines[1].substring(0, 7)
                                + lines[1].substring(8, 15)
                                + lines[1].substring(18, 29),
                        lines[1].charAt(29));
            }
            case TD2, TD3 -> {
                number(1, 0, 9);
                country("nationality", 1, 10);
                dates(1, 13);
                country("issuing-country", 0, 2);
                names(0, 5);
                if (lines[0].charAt(0) != 'V') {
                    String second = lines[1];
                    int end = form.length - 1;
                    composite(
                            second.substring(0, 10) + second.substring(13, 20) + second.substring(21, end),
                            second.charAt(end));
                }
            }
        }
        boolean believable =
                parts.stream().filter(part -> Boolean.TRUE.equals(part.valid())).count() >= 2;
        if (!believable) {
            return Optional.empty();
        }
        parts.addFirst(new Part("mrz", String.join("\n", lines), 0, allValid, null));
        return Optional.of(parts);
    }

    private void number(int line, int start, int check) {
        Checked number = checked(line, start, check, false);
        add("document-number", number.value().replace("<", ""), line, number);
    }

    private void dates(int line, int start) {
        Checked birth = checked(line, start, start + 6, true);
        Checked expiry = checked(line, start + 8, start + 14, true);
        date(birth.value(), false).ifPresent(date -> add("birth-date", date.toString(), line, birth));
        date(expiry.value(), true).ifPresent(date -> add("expiry-date", date.toString(), line, expiry));
        char sex = lines[line].charAt(start + 7);
        if (sex == 'M' || sex == 'F') {
            parts.add(new Part("sex", String.valueOf(sex), line, null, null));
        }
    }

    /** Two digits of the year: an expiry is at most fifty years off, a birth not in the future. */
    private Optional<LocalDate> date(String digits, boolean ahead) {
        if (!digits.matches("\\d{6}")) {
            return Optional.empty();
        }
        int year = today.getYear() / 100 * 100 + Integer.parseInt(digits.substring(0, 2));
        try {
            LocalDate date =
                    LocalDate.of(year, Integer.parseInt(digits.substring(2, 4)), Integer.parseInt(digits.substring(4)));
            if (!ahead && date.isAfter(today)) {
                return Optional.of(date.minusYears(100));
            }
            return Optional.of(ahead && date.isAfter(today.plusYears(50)) ? date.minusYears(100) : date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private void country(String name, int line, int start) {
        String code = letters(lines[line].substring(start, start + 3)).replace("<", "");
        if (!code.isEmpty()) {
            parts.add(new Part(name, code, line, null, null));
        }
    }

    private void names(int line, int start) {
        String[] names =
                letters(lines[line].substring(start)).replaceAll("<+$", "").split("<<", 2);
        add("surname", names[0].replace('<', ' ').strip(), line, new Checked("", null, null));
        if (names.length > 1) {
            add("given-names", names[1].replaceAll("<+", " ").strip(), line, new Checked("", null, null));
        }
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.chars()
                .forEach(c -> letters.append(
                        AS_LETTER.getOrDefault((char) c, (char) c).charValue()));
        return letters.toString();
    }

    private void add(String name, String value, int line, Checked checked) {
        if (!value.isEmpty()) {
            parts.add(new Part(name, value, line, checked.valid(), checked.note()));
        }
    }

    private void composite(String covered, char check) {
        allValid &= digit(covered) == Character.digit(numeral(check), 10);
    }

    /** A value with its check digit, put right where that proves it. */
    private record Checked(
            String value, @Nullable Boolean valid, @Nullable String note) {}

    private Checked checked(int line, int start, int check, boolean digits) {
        String read = lines[line].substring(start, check);
        int expected = Character.digit(numeral(lines[line].charAt(check)), 10);
        String value = digits ? numerals(read) : read;
        String right = expected < 0 || digit(value) == expected ? value : swapped(value, expected);
        boolean valid = right != null && expected >= 0;
        String kept = right == null ? value : right;
        if (valid) {
            lines[line] =
                    lines[line].substring(0, start) + kept + (char) ('0' + expected) + lines[line].substring(check + 1);
        }
        allValid &= valid;
        return new Checked(kept, valid, kept.equals(read) ? null : "corrected|" + read.replace("<", ""));
    }

    /** The value with the fewest letters put for similar ones so that the check digit agrees; null unless only one does. */
    private static @Nullable String swapped(String value, int expected) {
        for (int swaps = 1; swaps <= MOST_SWAPS; swaps++) {
            List<String> agreeing = new ArrayList<>();
            swap(value, expected, 0, swaps, agreeing);
            if (!agreeing.isEmpty()) {
                return agreeing.size() == 1 ? agreeing.getFirst() : null;
            }
        }
        return null;
    }

    private static void swap(String value, int expected, int from, int swaps, List<String> agreeing) {
        if (swaps == 0) {
            if (digit(value) == expected) {
                agreeing.add(value);
            }
            return;
        }
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            Character other = Character.isDigit(c) ? AS_LETTER.get(c) : AS_DIGIT.get(c);
            if (other != null) {
                swap(value.substring(0, i) + other + value.substring(i + 1), expected, i + 1, swaps - 1, agreeing);
            }
        }
    }

    private static String numerals(String text) {
        StringBuilder numerals = new StringBuilder();
        text.chars().forEach(c -> numerals.append(numeral((char) c)));
        return numerals.toString();
    }

    private static char numeral(char c) {
        return AS_DIGIT.getOrDefault(c, c);
    }

    /** Check digit (ICAO 9303-3, 4.9): weights 7, 3, 1; A is 10, the filler 0. */
    static int digit(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            sum += WEIGHTS[i % 3] * (c == '<' ? 0 : Math.max(0, Character.digit(c, 36)));
        }
        return sum % 10;
    }
}
