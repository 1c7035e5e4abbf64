package io.liasse.capture.field;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.field.Sheet.Segment;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who sent a document and to whom, by how the upper part of its first page looks: the sender's name has a legal form,
 * large or capital letters, or an address below it, or stands with the address in one line above the recipient's.
 * Proposals, with a confidence of at most 0.8.
 */
final class Letterhead {
    private static final double UPPER = 0.45;
    private static final int MOST_LINES = 14;
    private static final int MOST_ADDRESS = 5;
    private static final double LEAST = 1.6;
    private static final double SURE = 0.8;

    private static final Pattern LEGAL_FORM = Pattern.compile(
            "(?i)(?<!\\p{L})(?:AG|GmbH|SA|S\\.A\\.|SAS|Sàrl|SARL|Sagl|S\\.?r\\.?l\\.?|S\\.?p\\.?A\\.?|Ltd\\.?|LLC|Inc\\.?|BHD|KG|OHG|"
                    + "UG|e\\.? ?V\\.|Stiftung|Verein|Fondation|Fondazione|Association|Associazione|Enterprise)(?!\\p{L})");
    private static final Pattern BUSINESS = Pattern.compile(
            "(?i)(?<!\\p{L})(?:Restaurant|Ristorante|Hotel|Praxis|Dr\\. med\\.|Spital|Klinik|H[oô]pital|Clinique|Clinica|Ospedale|"
                    + "Gemeinde|Stadt|Commune|Comune|Kanton|Canton|Cantone|Amt|Office|Assurances?|Versicherung(?:en)?|"
                    + "Assicurazion[ei]|Bank|Banque|Banca|Apotheke|Pharmacie|Farmacia|Krankenkasse|Caisse|Cassa|Company|"
                    + "Corporation|Market|Trading)(?!\\p{L})");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)^\\W*(?:tax |simplified )*(?:invoice|rechnung|facture|fattura|receipt|quittung|reçu|ricevuta|cash|bill|date|datum|data|"
                    + "tel|fax|phone|mobile|gst|mwst|tva|iva|uid|e-?mail|www|http|page|seite|pagina|logo|adresse|an:|à:|herrn?|frau|"
                    + "monsieur|madame|signora?|récépissé|empfangsschein|ricevuta|receipt).*");
    private static final Pattern NO_ADDRESS = Pattern.compile(
            "(?i).*(?:\\btel|\\bfon\\b|\\bfax|phone|mobile|h/p|\\bgst\\b|mwst|\\btva\\b|\\biva\\b|\\buid\\b|e-?mail|@|www\\.|http|invoice|rechnung|facture|fattura|"
                    + "receipt|\\bdate\\b|datum|co\\.? ?reg|reg\\.? ?no|\\bid\\b|iban|table|cashier).*");
    private static final Pattern REGISTERED = Pattern.compile("^\\(?\\W*[\\w-]*\\d[\\w./ -]*\\)$|^\\(.*\\d.*\\)?$");

    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}");

    private final Sheet sheet;
    private final PageWords page;
    private final List<Addresses.Found> addresses;
    private final Labels labels;

    Letterhead(Sheet sheet, Labels labels) {
        this.sheet = sheet;
        this.page = sheet.page();
        this.addresses = Addresses.in(sheet);
        this.labels = labels;
    }

    List<FoundField> fields() {
        List<FoundField> fields = new ArrayList<>();
        Optional<Scored> sender = sender();
        sender.ifPresent(found -> {
            fields.add(field("sender", found.name(), found.words(), found.score()));
            address(found).ifPresent(fields::add);
        });
        recipient(sender.map(Scored::name).orElse("")).ifPresent(fields::add);
        return fields;
    }

    private FoundField field(String name, String value, List<PageWord> words, double score) {
        FoundField placed = Places.around(name, value, words, page);
        double sure = Math.min(SURE, 0.4 + score / 10) * placed.confidence();
        return new FoundField(name, value, placed.x(), placed.y(), placed.width(), placed.height(), sure, null);
    }

    /** A name with how likely it is the sender's. */
    private record Scored(
            String name, List<PageWord> words, Optional<Segment> segment, Optional<String> address, double score) {}

    private Optional<Scored> sender() {
        Optional<Scored> inOneLine = addresses.stream()
                .filter(found -> found.oneLine()
                        && !found.name().isEmpty()
                        && upper(found.words().getFirst()))
                .findFirst()
                .map(found -> new Scored(
                        found.name(),
                        found.words(),
                        Optional.empty(),
                        Optional.of(found.address().replaceFirst("^[^,]*, ", "")),
                        4));
        return inOneLine.isPresent() ? inOneLine : best();
    }

    private boolean upper(PageWord word) {
        return word.y() < UPPER * page.height();
    }

    private Optional<Scored> best() {
        List<Segment> upper = sheet.segments().stream()
                .filter(each -> each.bottom() < UPPER * page.height())
                .limit(MOST_LINES)
                .toList();
        double usual = upper.stream()
                .mapToDouble(Segment::height)
                .sorted()
                .skip(upper.size() / 2)
                .findFirst()
                .orElse(10);
        Optional<Scored> best = Optional.empty();
        for (int i = 0; i < upper.size(); i++) {
            Segment each = upper.get(i);
            if (isName(each)) {
                double score = score(each, i, usual);
                if (score >= LEAST && score > best.map(Scored::score).orElse(0.0)) {
                    best = Optional.of(new Scored(
                            clean(each.text()), each.line().words(), Optional.of(each), Optional.empty(), score));
                }
            }
        }
        return best;
    }

    private boolean isName(Segment segment) {
        String text = segment.text().strip();
        long letters = text.chars().filter(Character::isLetter).count();
        long digits = text.chars().filter(Character::isDigit).count();
        return letters >= 4
                && letters > 3 * digits
                && text.length() <= 60
                && !NO_NAME.matcher(text).matches()
                && text.chars().anyMatch(Character::isUpperCase)
                && !text.endsWith(":")
                && labels.in(text).stream().noneMatch(hit -> hit.start() == 0);
    }

    private double score(Segment segment, int index, double usual) {
        String text = segment.text().strip();
        double score = 1.2 - 0.15 * index;
        score += LEGAL_FORM.matcher(text).find() ? 2 : 0;
        score += BUSINESS.matcher(text).find() ? 0.8 : 0;
        score += text.equals(text.toUpperCase(Locale.ROOT)) ? 0.5 : 0;
        score += segment.height() > 1.3 * usual ? 0.5 : 0;
        score += addressBelow(segment).isEmpty() ? 0 : 0.8;
        Segment above = sheet.above(segment);
        boolean toSomeone =
                above != null && above.text().matches("(?i)(?:herrn?|frau|monsieur|madame|signora?|firma|an|à)\\W*");
        return score - (toSomeone ? 3 : 0);
    }

    private static String clean(String text) {
        return text.strip()
                .replaceAll("\\s*\\([^)]*\\d[^)]*\\)?$", "")
                .replaceAll("^[^\\p{L}\\d]+|[^\\p{L}\\d.)]+$", "");
    }

    private Optional<FoundField> address(Scored sender) {
        if (sender.address().isPresent()) {
            return sender.address().map(text -> field("sender-address", text, sender.words(), 3));
        }
        List<Segment> lines = sender.segment().map(this::addressBelow).orElse(List.of());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<PageWord> words =
                lines.stream().flatMap(each -> each.line().words().stream()).toList();
        String text = lines.stream()
                .map(each -> each.text().strip().replaceAll("[,.]$", ""))
                .collect(Collectors.joining(", "));
        return Optional.of(field("sender-address", text, words, 2));
    }

    /** The lines below a name that can be its address: until something else begins; empty where no number is among them. */
    private List<Segment> addressBelow(Segment name) {
        List<Segment> lines = new ArrayList<>();
        List<Segment> all = sheet.segments();
        Segment last = name;
        for (int i = all.indexOf(name) + 1; i < all.size() && lines.size() < MOST_ADDRESS; i++) {
            Segment each = all.get(i);
            boolean beside = each.right() < name.left() || each.left() > name.right() + page.width() / 4;
            boolean registered = REGISTERED.matcher(each.text().strip()).matches();
            if (beside) {
                continue;
            }
            boolean far = each.bottom() - last.bottom() > 3.5 * Math.max(8, last.height());
            boolean other = !registered && NO_ADDRESS.matcher(each.text()).matches();
            if (far || other) {
                break;
            }
            if (!registered && TIME.matcher(each.text()).find()) {
                continue;
            }
            last = each;
            if (!registered && each.text().length() > 3) {
                lines.add(each);
            }
        }
        boolean numbered = lines.stream().anyMatch(each -> each.text().matches(".*\\d.*"));
        while (!lines.isEmpty()
                && numbered
                && MOST_ADDRESS == lines.size()
                && !lines.getLast().text().matches(".*\\d.*")) {
            lines.removeLast();
        }
        return numbered ? lines : List.of();
    }

    private Optional<FoundField> recipient(String sender) {
        return addresses.stream()
                .filter(found -> !found.oneLine()
                        && !found.name().isEmpty()
                        && upper(found.words().getFirst()))
                .filter(found -> !found.address().contains(sender) || sender.isEmpty())
                .findFirst()
                .map(found -> field("recipient", found.address(), found.words(), 2));
    }
}
