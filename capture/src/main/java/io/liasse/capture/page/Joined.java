package io.liasse.capture.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text that a page has, kept as it is, and the words recognised in its pictures that it lacks, in the order in which
 * one reads them: what was recognised follows the lines that stand above it.
 *
 * @param words all of them
 * @param added those that the file does not have
 */
record Joined(String text, PageWords words, PageWords added) {
    /** A recognised word of which so much is covered by words that are there is one of them. */
    private static final double COVERED = 0.4;

    /** If so many of the words that seem to be missing are there, only their places are told wrongly. */
    private static final double KNOWN = 0.6;

    private static final int WORD = 3;

    /** A line of the text that is there, or a recognised paragraph, its lines parted; in points. */
    private record Unit(boolean kept, String text, List<PageWord> words, Box box) {
        static Unit of(boolean kept, String text, List<PageWord> words) {
            double left = words.stream().mapToDouble(PageWord::x).min().orElse(0);
            double right = words.stream()
                    .mapToDouble(word -> word.x() + word.width())
                    .max()
                    .orElse(0);
            double top = words.stream()
                    .mapToDouble(word -> word.y() - word.height())
                    .min()
                    .orElse(0);
            double bottom = words.stream().mapToDouble(PageWord::y).max().orElse(0);
            return new Unit(kept, text, words, new Box(left, top, right - left, bottom - top));
        }

        boolean beside(Unit other) {
            return box.left() > other.box.left() + other.box.width() || other.box.left() > box.left() + box.width();
        }

        boolean above(Unit other) {
            return box.top() + box.height() / 2 <= other.box.top() + other.box.height() / 2;
        }

        /** Whether both are lines of one paragraph of the layer. */
        boolean goesOn(Unit next) {
            return kept
                    && next.kept
                    && words.getFirst().block() == next.words.getFirst().block();
        }
    }

    /** The words of the layer must lie on the page as the recognised ones do. */
    static Joined of(Layer.Text kept, PageWords read) {
        List<PageWord> added = lacking(kept.words(), read);
        List<Unit> units = lines(kept);
        int kinds = units.size();
        int from = 0;
        for (Unit paragraph : paragraphs(added)) {
            from = place(units, paragraph, from);
            units.add(from++, paragraph);
        }
        List<PageWord> all = counted(units);
        double slope = added.size() > kept.words().size() ? read.slope() : 0;
        return new Joined(
                kinds == units.size() ? kept.text() : text(units),
                new PageWords(read.width(), read.height(), slope, all),
                new PageWords(read.width(), read.height(), read.slope(), added));
    }

    /** The same for words on their side, of which each is laid by itself. */
    Joined aside() {
        List<PageWord> apart = new ArrayList<>();
        for (PageWord word : added.words()) {
            apart.add(word.counted(word.block(), apart.size()));
        }
        return new Joined(text, words, new PageWords(added.width(), added.height(), added.slope(), apart));
    }

    private static List<PageWord> lacking(List<PageWord> kept, PageWords read) {
        Net covered = UncoveredText.covered(kept, read.width(), read.height());
        List<PageWord> lacking = read.words().stream()
                .filter(word -> covered.share(new Box(word.x(), word.y() - word.height(), word.width(), word.height()))
                        < COVERED)
                .toList();
        Set<String> known = new HashSet<>();
        kept.forEach(word -> known.add(bare(word)));
        List<String> words = lacking.stream()
                .map(Joined::bare)
                .filter(word -> word.length() >= WORD)
                .toList();
        long there = words.stream().filter(known::contains).count();
        return there > KNOWN * words.size() ? List.of() : lacking;
    }

    private static String bare(PageWord word) {
        return word.text().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The lines of the layer with the text that it gives them, which may order letters otherwise than they stand. */
    private static List<Unit> lines(Layer.Text kept) {
        List<Unit> lines = new ArrayList<>();
        String[] rows = kept.text().split("\\R", -1);
        List<PageWord> words = kept.words();
        int first = words.isEmpty() ? 0 : words.getFirst().line();
        for (int from = 0, to; from < words.size(); from = to) {
            to = from + 1;
            while (to < words.size() && words.get(to).line() == words.get(from).line()) {
                to++;
            }
            int row = words.get(from).line() - first;
            List<PageWord> line = words.subList(from, to);
            lines.add(Unit.of(true, row < rows.length ? rows[row] : joined(line), line));
        }
        return lines;
    }

    private static List<Unit> paragraphs(List<PageWord> words) {
        List<Unit> paragraphs = new ArrayList<>();
        for (int from = 0, to; from < words.size(); from = to) {
            to = from + 1;
            while (to < words.size() && words.get(to).block() == words.get(from).block()) {
                to++;
            }
            List<PageWord> paragraph = words.subList(from, to);
            paragraphs.add(Unit.of(false, joined(paragraph), paragraph));
        }
        return paragraphs;
    }

    private static String joined(List<PageWord> words) {
        StringBuilder text = new StringBuilder();
        int line = words.getFirst().line();
        for (PageWord word : words) {
            text.append(text.isEmpty() ? "" : word.line() == line ? " " : "\n").append(word.text());
            line = word.line();
        }
        return text.toString();
    }

    /**
     * Behind the last line above it in its column; if there is none, behind the paragraph before it; the first of all before
     * what stands below it.
     */
    private static int place(List<Unit> units, Unit paragraph, int from) {
        int below = units.size();
        for (int at = units.size() - 1; at >= from; at--) {
            Unit unit = units.get(at);
            if (!unit.beside(paragraph)) {
                if (unit.above(paragraph)) {
                    return at + 1;
                }
                below = at;
            }
        }
        return from == 0 ? below : from;
    }

    private static List<PageWord> counted(List<Unit> units) {
        List<PageWord> all = new ArrayList<>();
        int block = 0;
        int line = 0;
        Unit before = null;
        for (Unit unit : units) {
            block += before != null && before.goesOn(unit) ? 0 : 1;
            int row = -1;
            for (PageWord word : unit.words) {
                line += word.line() == row ? 0 : 1;
                row = word.line();
                all.add(word.counted(block, line));
            }
            before = unit;
        }
        return all;
    }

    private static String text(List<Unit> units) {
        StringBuilder text = new StringBuilder();
        Unit before = null;
        for (Unit unit : units) {
            String separator = before == null ? "" : before.kept && unit.kept ? "\n" : "\n\n";
            text.append(separator).append(unit.text);
            before = unit;
        }
        return text.toString();
    }
}
