package io.liasse.capture.field;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.field.Sheet.Segment;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values on a page, line by line. What is more certain is looked for first and keeps its place in the line.
 * Values of labels that have nothing right behind them are looked for farther right and below.
 */
public final class FieldFinder {
    private static final int MOST = 200;
    private static final int SURE_TOTAL = 3;

    private final Definitions definitions;
    private final Clock clock;
    private final Phones phones;

    /**
     * {@code region}: ISO 3166 code of the country that telephone numbers without a country code belong to.
     * {@code folder}: of definitions beside those built in; null: none.
     */
    public FieldFinder(String region, @Nullable Path folder, Clock clock) {
        this.definitions = new Definitions(folder);
        this.clock = clock;
        this.phones = new Phones(region);
    }

    /** The values of a page, each once, from top to bottom; no more than 200. {@code language}: of the page, if known. */
    public List<FoundField> find(PageWords page, @Nullable String language) {
        return new Search(page, language).fields();
    }

    /** Who sent the document and to whom, by the look of its first page. */
    public List<FoundField> letterhead(PageWords first) {
        return new Letterhead(Sheet.of(first), definitions.current().labels()).fields();
    }

    /** The paper forms that are defined. */
    public List<PaperForm> forms() {
        return definitions.current().forms();
    }

    /** In small letters without accents, letter for letter. */
    public static String folded(String text) {
        return Label.folded(text);
    }

    /** What stands in a zone of a form, in its usual form; empty where nothing of that kind does. */
    public Optional<String> typed(PaperForm.Kind kind, String text) {
        return switch (kind) {
            case TEXT -> text.isBlank() ? Optional.empty() : Optional.of(text);
            case DATE -> new Dates(today()).in(text).stream().map(Find::value).findFirst();
            case AMOUNT -> Amounts.plain(text.replaceAll("[^\\d.,'’–-]", "")).map(BigDecimal::toPlainString);
            case CHECKBOX -> Optional.empty();
        };
    }

    /** Today, by the clock of this finder. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The work on one page. */
    private final class Search {
        private final PageWords page;
        private final Labels labels;
        private final Finders finders;
        private final Sheet sheet;
        private final List<Ranked> fields = new ArrayList<>();
        private final Set<String> known = new HashSet<>();
        private final Set<String> answered = new HashSet<>();

        /** A field, and how far up among those of its name it belongs. */
        private record Ranked(FoundField field, int rank) {}

        Search(PageWords page, @Nullable String language) {
            this.page = page;
            this.labels = definitions.current().labels();
            String text = page.words().stream().map(PageWord::text).collect(Collectors.joining(" "));
            this.finders = new Finders(new Dates(today()).in(text, language), phones);
            this.sheet = Sheet.of(page);
        }

        List<FoundField> fields() {
            zones();
            List<TextLine> lines = TextLine.of(page.words());
            lines.forEach(this::inLine);
            sheet.rowsOfWords().forEach(this::farther);
            Addresses.in(sheet).forEach(this::address);
            Totals.in(sheet, labels).ifPresent(this::total);
            fields.sort(Comparator.comparingInt(Ranked::rank)
                    .thenComparing(each -> largest(each.field()))
                    .reversed());
            return fields.stream().limit(MOST).map(Ranked::field).toList();
        }

        /** Of several totals the largest is the likeliest: smaller ones are parts of it. */
        private static BigDecimal largest(FoundField field) {
            return field.name().equals("total") ? amount(field) : BigDecimal.ZERO;
        }

        private static BigDecimal amount(FoundField total) {
            return new BigDecimal(total.value().replaceFirst("^\\D+ ", ""));
        }

        private void inLine(TextLine line) {
            List<Find> finds = new ArrayList<>();
            addFree(finds, Identifiers.in(line.text()));
            for (Labels.Hit hit : labels.in(line.text())) {
                if (allowed(hit, line)) {
                    beside(hit, line).filter(find -> free(finds, find)).ifPresent(find -> {
                        finds.add(find);
                        answered.add(place(hit, line));
                        add(find, line, hit.label().rank());
                    });
                }
            }
            int labelled = finds.size();
            addFree(finds, finders.dates().in(line.text()));
            addFree(finds, Amounts.in(line.text()));
            addFree(finds, finders.phones().in(line.text()));
            for (int i = 0; i < finds.size(); i++) {
                boolean identifier = i < labelled
                        && !known.contains(
                                finds.get(i).name() + " " + finds.get(i).value());
                if (i >= labelled || identifier) {
                    add(finds.get(i), line, 0);
                }
            }
        }

        /** Words are a value only after a colon, and not when they are a label themselves. */
        private Optional<Find> beside(Labels.Hit hit, TextLine line) {
            boolean words = hit.label().kind() == Label.Kind.TEXT || hit.label().kind() == Label.Kind.NAME;
            String rest = line.text().substring(hit.end());
            boolean apart = !words || rest.stripLeading().startsWith(":");
            return hit.label().where().contains(Label.Where.RIGHT) && apart
                    ? Labels.value(hit.label(), rest, hit.end(), finders)
                            .filter(find -> !words || !isLabel(find.value()))
                    : Optional.empty();
        }

        private boolean isLabel(String text) {
            return labels.in(text).stream().anyMatch(hit -> hit.start() == 0);
        }

        private boolean allowed(Labels.Hit hit, TextLine line) {
            Label.Region region = hit.label().region();
            List<PageWord> words = line.words(hit.start(), hit.end());
            boolean held = region == null;
            if (region != null && !words.isEmpty()) {
                PageWord first = words.getFirst();
                held = region.holds(first.x() / page.width(), first.y() / page.height());
            }
            return held;
        }

        /** Labels of a row that nothing stands right behind: farther right in the row, else below. */
        private void farther(TextLine row) {
            for (Labels.Hit hit : labels.in(row.text())) {
                if (allowed(hit, row) && !answered.contains(place(hit, row))) {
                    Optional<Find> right = beside(hit, row);
                    right.ifPresent(find -> add(find, row, hit.label().rank()));
                    if (right.isEmpty() && hit.label().where().contains(Label.Where.BELOW)) {
                        below(hit, row);
                    }
                }
            }
        }

        private void below(Labels.Hit hit, TextLine row) {
            List<PageWord> words = row.words(hit.start(), hit.end());
            boolean ofWords =
                    hit.label().kind() == Label.Kind.TEXT || hit.label().kind() == Label.Kind.NAME;
            boolean loose = ofWords && !wholeSegment(hit, row);
            if (words.isEmpty() || loose) {
                return;
            }
            PageWord last = words.getLast();
            double height = words.stream().mapToDouble(PageWord::height).max().orElse(8);
            for (Segment under :
                    sheet.under(words.getFirst().x(), last.x() + last.width(), sheet.level(last), height)) {
                boolean labelItself = isLabel(under.text());
                Optional<Find> find =
                        labelItself ? Optional.empty() : Labels.value(hit.label(), under.text(), 0, finders);
                if (find.isPresent()) {
                    add(find.get(), under.line(), hit.label().rank() - 1);
                    return;
                }
            }
        }

        /** Words below a label are its value only where the label stands alone, as on forms. */
        private static boolean wholeSegment(Labels.Hit hit, TextLine row) {
            return row.text().substring(hit.end()).replaceAll("[\\s:.]", "").isEmpty()
                    || row.text().length() < 40;
        }

        private String place(Labels.Hit hit, TextLine line) {
            PageWord first = line.words(hit.start(), hit.end()).getFirst();
            return hit.label().name() + " " + first.x() + " " + first.y();
        }

        private void zones() {
            List<TextLine> rows = sheet.rowsOfWords();
            for (int i = 0; i < rows.size(); i++) {
                List<TextLine> candidates = new ArrayList<>();
                List<String> lines = new ArrayList<>();
                for (int at = i; at < Math.min(rows.size(), i + 3); at++) {
                    Optional<String> line = Mrz.line(rows.get(at).text());
                    if (line.isEmpty()) {
                        break;
                    }
                    lines.add(line.get());
                    candidates.add(rows.get(at));
                }
                Optional<List<Mrz.Part>> zone = lines.size() < 2 ? Optional.empty() : Mrz.read(lines, today());
                if (zone.isPresent()) {
                    zone.get().forEach(part -> part(part, candidates));
                    i += lines.size() - 1;
                }
            }
        }

        private void part(Mrz.Part part, List<TextLine> lines) {
            List<PageWord> words = part.name().equals("mrz")
                    ? lines.stream().flatMap(line -> line.words().stream()).toList()
                    : lines.get(part.line()).words();
            keep(placed(new Find(part.name(), part.value(), 0, 0, part.valid(), part.note()), words), 2);
        }

        /** Comes first of all totals, those found by their label alone included. */
        private void total(Totals.Found found) {
            FoundField total = placed(new Find("total", found.value(), 0, 0, null), found.words());
            fields.removeIf(each ->
                    each.field().name().equals("total") && amount(each.field()).compareTo(amount(total)) == 0);
            fields.add(new Ranked(total, SURE_TOTAL));
        }

        private void address(Addresses.Found found) {
            Find find = new Find("address", found.address(), 0, 0, null);
            keep(placed(find, found.words()), found.oneLine() ? 1 : 0);
        }

        private void add(Find find, TextLine line, int rank) {
            List<PageWord> words = line.words(find.start(), find.end());
            if (!words.isEmpty()) {
                keep(placed(find, words), rank);
            }
        }

        private void keep(FoundField field, int rank) {
            if (known.add(field.name() + " " + field.value())) {
                fields.add(new Ranked(field, rank));
            }
        }

        private FoundField placed(Find find, List<PageWord> words) {
            return Places.around(find.name(), find.value(), words, page).checked(find.valid(), find.note());
        }
    }

    private static boolean free(List<Find> finds, Find find) {
        return finds.stream().noneMatch(find::overlaps);
    }

    private static void addFree(List<Find> finds, List<Find> more) {
        for (Find find : more) {
            if (free(finds, find)) {
                finds.add(find);
            }
        }
    }
}
