package io.liasse.capture.field;

import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page as it looks: rows of words that stand at one height, whatever lines the words were read in, and segments, which
 * are rows cut at wide gaps. Slope is taken out.
 */
final class Sheet {
    private static final double SAME_ROW = 0.5;
    private static final double GAP = 1.8;
    private static final double NEXT_LINE = 2.3;

    private final PageWords page;
    private final double rise;
    private final List<TextLine> rows;
    private final List<Segment> segments = new ArrayList<>();

    /** A run of words without a wide gap, with its place in points. */
    record Segment(TextLine line, double left, double right, double top, double bottom) {
        double height() {
            return bottom - top;
        }

        String text() {
            return line.text();
        }
    }

    private Sheet(PageWords page) {
        this.page = page;
        this.rise = Math.tan(Math.toRadians(page.slope()));
        this.rows = rows();
        rows.forEach(this::cut);
    }

    static Sheet of(PageWords page) {
        return new Sheet(page);
    }

    PageWords page() {
        return page;
    }

    List<TextLine> rowsOfWords() {
        return rows;
    }

    /** From top to bottom, those at one height from left to right. */
    List<Segment> segments() {
        return segments;
    }

    /** Baseline of a word, as if the page lay level. */
    double level(PageWord word) {
        return word.y() + word.x() * rise;
    }

    private List<TextLine> rows() {
        List<PageWord> words = new ArrayList<>(page.words());
        words.sort(Comparator.comparingDouble(this::level));
        List<List<PageWord>> rows = new ArrayList<>();
        for (PageWord word : words) {
            List<PageWord> last = rows.isEmpty() ? List.of() : rows.getLast();
            if (!last.isEmpty()
                    && level(word) - level(last.getLast())
                            < SAME_ROW * Math.min(height(word), height(last.getFirst()))) {
                last.add(word);
            } else {
                rows.add(new ArrayList<>(List.of(word)));
            }
        }
        return rows.stream().map(Sheet::inOrder).toList();
    }

    private static double height(PageWord word) {
        return Math.max(4, word.height());
    }

    private static TextLine inOrder(List<PageWord> row) {
        row.sort(Comparator.comparingDouble(PageWord::x));
        return TextLine.join(row);
    }

    private void cut(TextLine row) {
        List<PageWord> run = new ArrayList<>();
        for (PageWord word : row.words()) {
            PageWord before = run.isEmpty() ? null : run.getLast();
            if (before != null
                    && word.x() - before.x() - before.width() > GAP * Math.max(height(word), height(before))) {
                segments.add(segment(run));
                run = new ArrayList<>();
            }
            run.add(word);
        }
        segments.add(segment(run));
    }

    private Segment segment(List<PageWord> run) {
        PageWord last = run.getLast();
        double bottom = run.stream().mapToDouble(this::level).max().orElse(0);
        double top = run.stream()
                .mapToDouble(word -> level(word) - word.height())
                .min()
                .orElse(0);
        return new Segment(TextLine.join(run), run.getFirst().x(), last.x() + last.width(), top, bottom);
    }

    /** The segment right below that begins where this one does; null where there is none near. */
    @Nullable
    Segment below(Segment one) {
        return neighbour(one, 1);
    }

    /** The segment right above that begins where this one does. */
    @Nullable
    Segment above(Segment one) {
        return neighbour(one, -1);
    }

    private @Nullable Segment neighbour(Segment one, int step) {
        double height = Math.max(one.height(), 6);
        int at = segments.indexOf(one);
        for (int i = at + step; i >= 0 && i < segments.size(); i += step) {
            Segment other = segments.get(i);
            double apart = step * (other.bottom() - one.bottom());
            if (apart > NEXT_LINE * Math.max(height, other.height())) {
                return null;
            }
            if (apart > SAME_ROW * height && Math.abs(other.left() - one.left()) < height) {
                return other;
            }
        }
        return null;
    }

    /** Words below a place, in the next rows: what starts not left of it and overlaps it. */
    List<Segment> under(double left, double right, double bottom, double height) {
        List<Segment> under = new ArrayList<>();
        for (Segment each : segments) {
            double apart = each.bottom() - bottom;
            boolean near = apart > SAME_ROW * height && apart < 3.2 * height;
            boolean overlaps = each.left() < right && each.right() > left;
            if (near
                    && overlaps
                    && (Math.abs(each.left() - left) < 2.5 * height || Math.abs(each.right() - right) < 2.5 * height)) {
                under.add(each);
            }
        }
        return under;
    }
}
