package io.liasse.capture.form;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.field.FieldFinder;
import io.liasse.capture.field.PaperForm;
import io.liasse.capture.field.PaperForm.Anchor;
import io.liasse.capture.field.PaperForm.Zone;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Reads filled paper forms: finds the anchors of a defined form among the words of a page, lays the form over the page by
 * them (moved, turned, scaled), and takes what is in its zones: words, and how much of a box is dark. Not thread-safe.
 */
public final class PaperReading {
    /** Of the page's width: anchors farther off than this from where the others put them are other words. */
    private static final double MOST_OFF = 0.03;

    private static final double LEAST_ANCHORS = 0.6;
    private static final double INNER = 0.6;
    private static final int GRID = 24;
    private static final int DARK = 150;
    private static final double CHECKED = 0.06;
    private static final double UNSURE = 0.03;

    private final FieldFinder finder;

    public PaperReading(FieldFinder finder) {
        this.finder = finder;
    }

    /** What is filled in, after a field {@code form} with the form's name; nothing where the page is none of the forms. */
    public List<FoundField> read(PageWords page, Path picture) throws IOException {
        for (PaperForm form : finder.forms()) {
            Optional<Lay> lay = Lay.of(form, page);
            if (lay.isPresent()) {
                return new Filled(form, page, lay.get(), ImageIO.read(picture.toFile())).fields();
            }
        }
        return List.of();
    }

    /** A place on the page in points, or on the form in points of a page of the same size. */
    private record Spot(double x, double y) {}

    /** From the form to the page: x' = a x - b y + c, y' = b x + a y + d. */
    private record Lay(double a, double b, double c, double d) {
        static Optional<Lay> of(PaperForm form, PageWords page) {
            List<Spot> onForm = new ArrayList<>();
            List<Spot> onPage = new ArrayList<>();
            for (Anchor anchor : form.anchors()) {
                Spot expected = new Spot(anchor.x() * page.width(), anchor.y() * page.height());
                nearest(anchor.text(), expected, page).ifPresent(found -> {
                    onForm.add(expected);
                    onPage.add(found);
                });
            }
            boolean enough = onForm.size() >= 2
                    && onForm.size() >= LEAST_ANCHORS * form.anchors().size();
            return enough
                    ? Optional.of(fitted(onForm, onPage)).filter(lay -> lay.fits(onForm, onPage, page))
                    : Optional.empty();
        }

        private static Optional<Spot> nearest(String text, Spot expected, PageWords page) {
            String[] wanted = FieldFinder.folded(text).split("\\s+");
            List<Spot> spots = new ArrayList<>();
            List<PageWord> words = page.words();
            for (int i = 0; i + wanted.length <= words.size(); i++) {
                boolean here = true;
                for (int at = 0; at < wanted.length && here; at++) {
                    here = same(words.get(i + at).text(), wanted[at]);
                }
                if (here) {
                    spots.add(new Spot(words.get(i).x(), words.get(i).y()));
                }
            }
            return spots.stream()
                    .min(Comparator.comparingDouble(
                            spot -> Math.hypot(spot.x() - expected.x(), spot.y() - expected.y())));
        }

        private static boolean same(String read, String wanted) {
            return FieldFinder.folded(read)
                    .replaceAll("[^\\p{L}\\p{N}]", "")
                    .equals(wanted.replaceAll("[^\\p{L}\\p{N}]", ""));
        }

        /** Least squares of a similarity. */
        private static Lay fitted(List<Spot> from, List<Spot> to) {
            double fromX = from.stream().mapToDouble(Spot::x).average().orElse(0);
            double fromY = from.stream().mapToDouble(Spot::y).average().orElse(0);
            double toX = to.stream().mapToDouble(Spot::x).average().orElse(0);
            double toY = to.stream().mapToDouble(Spot::y).average().orElse(0);
            double dot = 0;
            double cross = 0;
            double square = 0;
            for (int i = 0; i < from.size(); i++) {
                double x = from.get(i).x() - fromX;
                double y = from.get(i).y() - fromY;
                double u = to.get(i).x() - toX;
                double v = to.get(i).y() - toY;
                dot += x * u + y * v;
                cross += x * v - y * u;
                square += x * x + y * y;
            }
            double a = square == 0 ? 1 : dot / square;
            double b = square == 0 ? 0 : cross / square;
            return new Lay(a, b, toX - a * fromX + b * fromY, toY - b * fromX - a * fromY);
        }

        private boolean fits(List<Spot> from, List<Spot> to, PageWords page) {
            double scale = Math.hypot(a, b);
            boolean near = scale > 0.6 && scale < 1.6;
            for (int i = 0; i < from.size() && near; i++) {
                Spot put = put(from.get(i).x(), from.get(i).y());
                near = Math.hypot(put.x() - to.get(i).x(), put.y() - to.get(i).y()) < MOST_OFF * page.width();
            }
            return near;
        }

        Spot put(double x, double y) {
            return new Spot(a * x - b * y + c, b * x + a * y + d);
        }

        Spot back(double x, double y) {
            double square = a * a + b * b;
            return new Spot((a * (x - c) + b * (y - d)) / square, (a * (y - d) - b * (x - c)) / square);
        }
    }

    /** One filled page. */
    private final class Filled {
        private final PaperForm form;
        private final PageWords page;
        private final Lay lay;
        private final BufferedImage picture;

        Filled(PaperForm form, PageWords page, Lay lay, BufferedImage picture) {
            this.form = form;
            this.page = page;
            this.lay = lay;
            this.picture = picture;
        }

        List<FoundField> fields() {
            List<FoundField> fields = new ArrayList<>();
            fields.add(FoundField.unplaced("form", form.name(), null));
            for (Zone zone : form.zones()) {
                if (zone.kind() == PaperForm.Kind.CHECKBOX) {
                    fields.add(box(zone));
                } else {
                    words(zone).ifPresent(fields::add);
                }
            }
            return fields;
        }

        private Optional<FoundField> words(Zone zone) {
            List<PageWord> inside =
                    page.words().stream().filter(word -> holds(zone, word)).toList();
            String text = inside.stream()
                    .map(PageWord::text)
                    .collect(Collectors.joining(" "))
                    .strip();
            double sure =
                    inside.stream().mapToDouble(PageWord::confidence).min().orElse(0);
            return finder.typed(zone.kind(), text).map(value -> field(zone, value, sure, null));
        }

        private boolean holds(Zone zone, PageWord word) {
            Spot centre = lay.back(word.x() + word.width() / 2, word.y() - word.height() / 2);
            double x = centre.x() / page.width();
            double y = centre.y() / page.height();
            return x >= zone.x() && x <= zone.x() + zone.width() && y >= zone.y() && y <= zone.y() + zone.height();
        }

        /** Looks at the inner part only, where the frame of the box is not. */
        private FoundField box(Zone zone) {
            int dark = 0;
            double edge = (1 - INNER) / 2;
            for (int i = 0; i < GRID; i++) {
                for (int j = 0; j < GRID; j++) {
                    double x = zone.x() + zone.width() * (edge + INNER * (i + 0.5) / GRID);
                    double y = zone.y() + zone.height() * (edge + INNER * (j + 0.5) / GRID);
                    dark += dark(lay.put(x * page.width(), y * page.height())) ? 1 : 0;
                }
            }
            double share = dark / (double) (GRID * GRID);
            double sure = Math.abs(share - CHECKED) < UNSURE ? 0.5 : 0.95;
            return field(zone, String.valueOf(share > CHECKED), sure, "filled|" + Math.round(100 * share));
        }

        private boolean dark(Spot spot) {
            int x = (int) (spot.x() / page.width() * picture.getWidth());
            int y = (int) (spot.y() / page.height() * picture.getHeight());
            if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) {
                return false;
            }
            int colour = picture.getRGB(x, y);
            int grey = (((colour >> 16) & 255) * 3 + ((colour >> 8) & 255) * 6 + (colour & 255)) / 10;
            return grey < DARK;
        }

        private FoundField field(Zone zone, String value, double sure, @Nullable String note) {
            Spot one = lay.put(zone.x() * page.width(), zone.y() * page.height());
            Spot other = lay.put((zone.x() + zone.width()) * page.width(), (zone.y() + zone.height()) * page.height());
            double left = Math.min(one.x(), other.x()) / page.width();
            double top = Math.min(one.y(), other.y()) / page.height();
            return new FoundField(
                    zone.name(),
                    value,
                    left,
                    top,
                    Math.abs(other.x() - one.x()) / page.width(),
                    Math.abs(other.y() - one.y()) / page.height(),
                    sure,
                    null,
                    null,
                    note);
        }
    }
}
