package io.liasse.caseapi.correction;

import io.liasse.caseapi.correction.WordPlace.Place;
import io.liasse.store.document.Document;
import io.liasse.store.document.PageWording;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page whose text is being corrected.
 *
 * @param pages how many the document has
 * @param picture whether there is a picture of it
 * @param wordly whether words are corrected one by one, or the page as a whole
 * @param words of the text in force; none when the page is corrected as a whole
 * @param chosen the word that is being corrected
 */
record PageView(
        Document document,
        PageWording wording,
        int pages,
        boolean picture,
        boolean wordly,
        List<WordPlace> words,
        @Nullable WordPlace chosen,
        List<HistoryLine> history) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n]]");

    /** In points; and how much wider than high the part of the page around a word is. */
    private static final double LEAST_HEIGHT = 20;

    private static final double WIDER = 9;

    PageView {
        words = List.copyOf(words);
        history = List.copyOf(history);
    }

    public int page() {
        return wording.page();
    }

    /** The part of the page around the chosen word, in points as a view box of SVG; null when it is not known. */
    public @Nullable String around() {
        if (chosen == null || chosen.places().isEmpty()) {
            return null;
        }
        Place place = chosen.places().getFirst();
        double high = Math.max(place.height() * wording.height() * 2, LEAST_HEIGHT);
        double wide = Math.max(place.width() * wording.width() * 1.5, high * WIDER);
        double left = (place.x() + place.width() / 2) * wording.width() - wide / 2;
        double top = (place.y() + place.height() / 2) * wording.height() - high / 2;
        return String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", left, top, wide, high);
    }

    public List<Piece> pieces() {
        return Piece.of(wording.text(), words);
    }

    /**
     * What a text field begins with. It takes away one line end at the beginning, and control characters, which a file may
     * hold and no person can type, could not be saved again.
     */
    public String typed(@Nullable String mine) {
        String text = mine == null ? CONTROL.matcher(wording.text()).replaceAll("") : mine;
        return "\n" + text;
    }
}
