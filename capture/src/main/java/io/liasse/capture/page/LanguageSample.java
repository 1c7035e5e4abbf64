package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.ocr.Recognition;
import java.util.List;
import java.util.Optional;

/**
 * What a few lines tell about a page before all of it is recognised.
 *
 * @param language empty where the lines leave it open
 * @param legible whether the lines could be read; if not, the page may lie on its side or stand on its head
 */
record LanguageSample(Optional<Language> language, boolean legible) {
    private static final int MORE_LINES = 4;

    /** The share of the width left out at each side of a single line; the rest of a line of print has letters enough. */
    private static final double ASIDE = 0.15;

    /** Below this mean confidence text is not legible: what Tesseract makes of text that stands on its head stays below. */
    private static final double LEGIBLE = 0.50;

    /** The densest line, at a thirtieth of the cost of the page; more where it leaves the language open. */
    static LanguageSample take(Levelled page, Recogniser recogniser, Language first) {
        Recognition one = lines(page, 1, recogniser, first);
        Optional<Language> clear = Language.detectClearly(one.text()).filter(language -> legible(one));
        if (clear.isPresent()) {
            return new LanguageSample(clear, true);
        }
        Recognition more = lines(page, MORE_LINES, recogniser, first);
        return new LanguageSample(Language.detect(more.text()).filter(language -> legible(more)), legible(more));
    }

    private static boolean legible(Recognition read) {
        return read.confidence() >= LEGIBLE;
    }

    private static Recognition lines(Levelled page, int lines, Recogniser recogniser, Language first) {
        Picture bits = page.bits();
        Picture gray = page.gray();
        return TextBand.find(bits, bits.resolution(), lines)
                .map(band -> {
                    double scale = (double) gray.height() / bits.height();
                    int margin = gray.resolution() / 50;
                    int top = (int) Math.max(0, scale * band.top() - margin);
                    int height = (int) Math.min(gray.height() - top, scale * band.height() + 2 * margin);
                    int left = lines == 1 ? (int) (gray.width() * ASIDE) : 0;
                    try (Picture some = gray.part(left, top, gray.width() - 2 * left, height)) {
                        return recogniser.recogniseLines(some, first.model());
                    }
                })
                .orElse(new Recognition(List.of()));
    }
}
