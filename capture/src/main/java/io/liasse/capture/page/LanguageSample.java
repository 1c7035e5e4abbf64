package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.ocr.Recognition;
import io.liasse.capture.ocr.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a few lines tell about a page before all of it is recognised.
 *
 * @param language likeliest, even where the lines are hard to read; empty where they are too short
 * @param confidence with which the lines were read, 0 to 1
 * @param seen whether lines of this page were read; if not, its language is only expected
 */
record LanguageSample(Optional<Language> language, double confidence, boolean seen) {
    private static final int MOST_LINES = 5;

    /** The share of the width left out at each side of a line; the rest of a line of print has letters enough. */
    private static final double ASIDE = 0.15;

    /** Below this mean confidence text is not legible: what Tesseract makes of text that stands on its head stays below. */
    private static final double LEGIBLE = 0.50;

    /** The densest line, at a thirtieth of the cost of the page, and one more at a time while the language is open. */
    static LanguageSample take(Levelled page, Recogniser recogniser, Language first) {
        List<Word> words = new ArrayList<>();
        Recognition read = new Recognition(words);
        Picture bits = page.bits();
        for (TextLines.Line line : TextLines.densest(bits, bits.resolution(), MOST_LINES)) {
            words.addAll(read(line, page, recogniser, first).words());
            read = new Recognition(words);
            Optional<Language> clear = Language.detectClearly(read.text());
            if (clear.isPresent() && read.confidence() >= LEGIBLE) {
                return new LanguageSample(clear, read.confidence(), true);
            }
        }
        return new LanguageSample(Language.detect(read.text()), read.confidence(), true);
    }

    /** Without a look, for a page of an expected language. */
    static LanguageSample expected(Language language) {
        return new LanguageSample(Optional.of(language), 1, false);
    }

    /** Whether the lines could be read; if not, the page may lie on its side or stand on its head. */
    boolean legible() {
        return confidence >= LEGIBLE;
    }

    private static Recognition read(TextLines.Line line, Levelled page, Recogniser recogniser, Language first) {
        Picture gray = page.gray();
        double scale = (double) gray.height() / page.bits().height();
        int margin = gray.resolution() / 50;
        int top = (int) Math.max(0, scale * line.top() - margin);
        int height = (int) Math.min(gray.height() - top, scale * line.height() + 2 * margin);
        int left = (int) (gray.width() * ASIDE);
        try (Picture some = gray.part(left, top, gray.width() - 2 * left, height)) {
            return recogniser.recogniseLine(some, first.model());
        }
    }
}
