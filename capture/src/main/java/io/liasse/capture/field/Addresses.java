package io.liasse.capture.field;

import io.liasse.capture.field.Sheet.Segment;
import io.liasse.capture.page.PageWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Postal addresses as written in Switzerland, Germany, Austria, France and Italy: a line with postcode and place, a line
 * with street and number or a post box above it, and above these the name; or all of it in one line, parted by commas,
 * bars or dots, as senders write it above the window of the envelope.
 */
final class Addresses {
    private static final Pattern PLACE = Pattern.compile(
            "^(?:(?:CH|A|D|F|I|FL|L|B)\\s?[-–]\\s?)?(\\d{4,5})\\s+(\\p{Lu}[\\p{L}.'’/ -]{1,38}(?:\\s?\\(\\p{L}{2}\\))?(?:\\s\\d{1,2})?(?:,? ?\\p{Lu}{2})?)(?:,? (?:Deutschland|Germany|Schweiz|Suisse|Svizzera|Switzerland|France|Italia|Österreich)(?: /.*)?)?$");
    private static final Pattern STREET = Pattern.compile(
            "^(?:\\p{L}[\\p{L}.,'’() -]{1,50}\\s?\\d{1,5}(?:[ /-]{0,3}[\\da-zA-Z]{1,5}){0,3}|\\d{1,4}(?:\\s?(?:bis|ter|[a-zA-Z]))?,?\\s\\p{L}.{3,50}|(?i:postfach|case postale|casella postale|p\\.?o\\.? ?box|c\\.p\\.|bp)\\b.{0,20})$");
    private static final Pattern NAME = Pattern.compile("^(?=.*\\p{L}{2})(?!.*[:@]).{2,70}$");
    private static final Pattern LABEL = Pattern.compile("^[^:]{2,30}:\\s*");
    private static final Pattern PARTS =
            Pattern.compile("\\s*(?:[•·|;]|\\s[–—-]\\s|,|\\se\\s(?=\\p{L}+\\s?\\d|\\d{4,5}\\s))\\s*");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)^(?:konto|compte|conto|account|zahlbar|payable|pagabile|debiteur|referen|référen|riferimento|verkäufer|käufer|vendeur|"
                    + "acheteur|venditore|acquirente|seller|buyer|rechnungsadresse|lieferadresse|adresse|indirizzo|bill to|ship to|"
                    + "rechnung|facture|fattura|invoice)\\b.*|^[A-Z]{2}\\d{2}[ \\dA-Z]{10,}$|.*\\d{5,}.*");
    private static final int MOST_NAMES = 3;

    private Addresses() {}

    /**
     * An address, its parts parted by commas.
     *
     * @param name the first line; empty where there is none
     * @param oneLine whether it stands in one line, as a sender's does
     */
    record Found(String name, String address, boolean oneLine, List<PageWord> words) {}

    static List<Found> in(Sheet sheet) {
        List<Found> found = new ArrayList<>();
        for (Segment segment : sheet.segments()) {
            Optional<Found> here = PLACE.matcher(plain(segment)).matches() ? block(sheet, segment) : inOneLine(segment);
            here.ifPresent(found::add);
        }
        return found;
    }

    private static String plain(Segment segment) {
        return segment.text().strip().replaceAll("[.,]$", "");
    }

    private static Optional<Found> block(Sheet sheet, Segment place) {
        List<Segment> lines = new ArrayList<>(List.of(place));
        Segment street = sheet.above(place);
        if (street == null || !STREET.matcher(plain(street)).matches()) {
            return Optional.empty();
        }
        lines.add(street);
        Segment above = sheet.above(street);
        while (above != null && lines.size() < 2 + MOST_NAMES && isName(above)) {
            lines.add(above);
            above = sheet.above(above);
        }
        Collections.reverse(lines);
        List<PageWord> words =
                lines.stream().flatMap(each -> each.line().words().stream()).toList();
        String name = lines.size() > 2 ? plain(lines.getFirst()) : "";
        return Optional.of(
                new Found(name, lines.stream().map(Addresses::plain).collect(Collectors.joining(", ")), false, words));
    }

    private static boolean isName(Segment segment) {
        return !NO_NAME.matcher(plain(segment)).matches()
                && NAME.matcher(plain(segment)).matches()
                && !PLACE.matcher(plain(segment)).matches()
                && segment.text().length() < 60;
    }

    private static Optional<Found> inOneLine(Segment segment) {
        String text = LABEL.matcher(plain(segment)).replaceFirst("");
        List<String> parts = List.of(PARTS.split(text));
        for (int i = 1; i < parts.size(); i++) {
            boolean whole = PLACE.matcher(parts.get(i)).matches()
                    && STREET.matcher(parts.get(i - 1)).matches();
            if (whole) {
                List<String> taken = parts.subList(Math.max(0, i - 2), i + 1);
                String name = taken.size() > 2 ? taken.getFirst() : "";
                return Optional.of(new Found(
                        name, String.join(", ", taken), true, segment.line().words()));
            }
        }
        return Optional.empty();
    }
}
