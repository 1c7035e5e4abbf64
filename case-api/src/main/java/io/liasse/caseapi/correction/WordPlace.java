package io.liasse.caseapi.correction;

import io.liasse.capture.PlacedWord;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A word of the text in force.
 *
 * @param index in the text, from 0
 * @param read what was read in its place; null when nothing was
 * @param places on the page in shares of its width and height, one for each line; none when it is not known where it stands
 */
record WordPlace(int index, String text, @Nullable String read, List<Place> places) {
    WordPlace {
        places = List.copyOf(places);
    }

    /** Whether something else was read. */
    public boolean corrected() {
        return !text.equals(read);
    }

    /** A rectangle, in shares of the page from its upper left corner. */
    record Place(double x, double y, double width, double height) {
        /** So much more than the word itself is framed on the picture, on each side. */
        private static final double ROOM = 0.003;

        static Place of(PlacedWord word) {
            return new Place(word.x(), word.y(), word.width(), word.height());
        }

        boolean isBesides(Place other) {
            return y < other.y + other.height && other.y < y + height;
        }

        Place with(Place other) {
            double left = Math.min(x, other.x);
            double top = Math.min(y, other.y);
            double right = Math.max(x + width, other.x + other.width);
            double bottom = Math.max(y + height, other.y + other.height);
            return new Place(left, top, right - left, bottom - top);
        }

        public String left() {
            return percent(x - ROOM);
        }

        public String top() {
            return percent(y - ROOM);
        }

        public String wide() {
            return percent(width + 2 * ROOM);
        }

        public String high() {
            return percent(height + 2 * ROOM);
        }

        private static String percent(double share) {
            return String.format(Locale.ROOT, "%.3f%%", 100 * share);
        }
    }
}
