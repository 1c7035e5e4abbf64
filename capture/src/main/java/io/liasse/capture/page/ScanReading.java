package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.ocr.Recognition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the text of a scanned page in one pass if at all possible, because the pass is nearly all of the cost: brings
 * the letters to a good size, levels the lines, finds the language from a sample of the page and, where the sample cannot
 * be read, how the page lies, and recognises. Only where the result is poor, or turns out to be in another language, it is
 * done again.
 */
final class ScanReading {
    /** Below this mean confidence the words say nothing about their language. */
    private static final double RUBBISH = 0.40;

    /** Below this mean confidence the page may be turned. */
    private static final double POOR = 0.70;

    private static final int FEW_LETTERS = 20;

    private final Recogniser recogniser;
    private final LanguageHabit habit = new LanguageHabit();

    ScanReading(Recogniser recogniser) {
        this.recogniser = recogniser;
    }

    /**
     * What was recognised.
     *
     * @param recognition in pixels of the levelled picture of {@code scan} turned by {@code turn}
     * @param level degrees by which that picture was turned clockwise to level its lines
     * @param scale pixels of the levelled picture per pixel of the scan's
     */
    record Result(
            Recognition recognition,
            int turn,
            double level,
            double scale,
            @Nullable Language language) {
        double worth() {
            return recognition.confidence() * recognition.letters();
        }

        boolean poor() {
            return recognition.confidence() < POOR || recognition.letters() < FEW_LETTERS;
        }

        Result orBetter(Result other) {
            return other.worth() > worth() ? other : this;
        }
    }

    Result read(Scan scan, @Nullable String expected) {
        try (Levelled page = Levelled.of(scan)) {
            LanguageSample sample = sample(page, expected);
            if (sample.legible()) {
                Result upright = recognise(page, 0, sample);
                return upright.poor()
                        ? turned(scan, page, expected).map(upright::orBetter).orElse(upright)
                        : upright;
            }
            return turned(scan, page, expected)
                    .map(other -> other.poor() ? other.orBetter(recognise(page, 0, sample)) : other)
                    .orElseGet(() -> recognise(page, 0, sample));
        }
    }

    /** The page turned so that its text seems upright; empty where it seems so already. */
    private Optional<Result> turned(Scan scan, Levelled page, @Nullable String expected) {
        int turn = recogniser.turn(page.gray());
        if (turn == 0) {
            return Optional.empty();
        }
        try (Scan turned = scan.turned(turn);
                Levelled other = Levelled.of(turned)) {
            return Optional.of(recognise(other, turn, sample(other, expected)));
        }
    }

    private LanguageSample sample(Levelled page, @Nullable String expected) {
        return Language.of(expected)
                .or(habit::expected)
                .map(language -> new LanguageSample(Optional.of(language), true))
                .orElseGet(() -> LanguageSample.take(page, recogniser, habit.latest()));
    }

    private Result recognise(Levelled page, int turn, LanguageSample sample) {
        Language language = sample.language().orElse(habit.latest());
        Recognition first = recogniser.recognise(page.gray(), language.model());
        Recognition result = Language.detectClearly(first.text())
                .filter(other -> other != language && first.confidence() > RUBBISH)
                .map(other -> recogniser.recognise(page.gray(), other.model()))
                .filter(again -> again.confidence() >= first.confidence())
                .orElse(first);
        Optional<Language> found = Language.detect(result.text());
        found.ifPresent(habit::note);
        return new Result(result, turn, page.level(), page.scale(), found.orElse(null));
    }
}
