package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.ocr.Recognition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the text of a scanned page in one pass if at all possible, because the pass is nearly all of the cost:
 * levels the lines, finds the language from a sample of the page, recognises, and only where the result is poor looks
 * whether the page stands on its head or on its side, or where the text turns out to be in another language.
 */
final class ScanReading {
    /** Below this mean confidence a page may stand on its head. */
    private static final double POOR = 0.70;

    /** Below this mean confidence the words say nothing about their language. */
    private static final double RUBBISH = 0.40;

    private static final double HALF = 0.5;
    private static final int FEW_LETTERS = 20;
    private static final int FEW_LINES = 2;
    private static final int SOME_LINES = 8;
    private static final double LEAST_SKEW_DEGREES = 0.3;
    private static final int FINE_RESOLUTION = 300;
    private static final int TOO_FINE_RESOLUTION = 400;

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
        /** How the picture that is recognised lies: turned, levelled and scaled as told above. */
        record Position(int turn, double level, double scale) {}

        double worth() {
            return recognition.confidence() * recognition.letters();
        }
    }

    Result read(Scan scan, @Nullable String expected) {
        Result upright = attempt(scan, 0, expected);
        if (!poor(upright)) {
            return upright;
        }
        int turn = recogniser.turn(scan.picture());
        if (turn == 0) {
            return upright;
        }
        try (Scan turned = scan.turned(turn)) {
            Result other = attempt(turned, turn, expected);
            return other.worth() > upright.worth() ? other : upright;
        }
    }

    private static boolean poor(Result result) {
        return result.recognition().confidence() < POOR || result.recognition().letters() < FEW_LETTERS;
    }

    private Result attempt(Scan scan, int turn, @Nullable String expected) {
        if (scan.resolution() <= TOO_FINE_RESOLUTION) {
            return levelled(scan.gray(), turn, 1, expected);
        }
        double scale = (double) FINE_RESOLUTION / scan.resolution();
        try (Picture shrunk = scan.gray().scaled(scale)) {
            return levelled(shrunk, turn, scale, expected);
        }
    }

    private Result levelled(Picture gray, int turn, double scale, @Nullable String expected) {
        try (Picture bits = halfInBlackAndWhite(gray)) {
            double level = bits.skew();
            if (Math.abs(level) < LEAST_SKEW_DEGREES) {
                return recognise(gray, bits, new Result.Position(turn, 0, scale), expected);
            }
            try (Picture levelled = gray.rotated(level);
                    Picture levelledBits = bits.rotated(level)) {
                return recognise(levelled, levelledBits, new Result.Position(turn, level, scale), expected);
            }
        }
    }

    private static Picture halfInBlackAndWhite(Picture gray) {
        try (Picture small = gray.scaledPlainly(HALF)) {
            return small.blackAndWhite();
        }
    }

    private Result recognise(Picture picture, Picture bits, Result.Position at, @Nullable String expected) {
        Language language = Language.of(expected)
                .or(() -> habit.expected())
                .or(() -> sample(picture, bits))
                .orElse(habit.latest());
        Recognition first = recogniser.recognise(picture, language.model());
        Recognition result = Language.detectClearly(first.text())
                .filter(other -> other != language && first.confidence() > RUBBISH)
                .map(other -> recogniser.recognise(picture, other.model()))
                .filter(again -> again.confidence() >= first.confidence())
                .orElse(first);
        Optional<Language> found = Language.detect(result.text());
        found.ifPresent(habit::note);
        return new Result(result, at.turn(), at.level(), at.scale(), found.orElse(null));
    }

    /** The language of a few lines of text, at a twentieth of the cost of the page; of more lines where that is unclear. */
    private Optional<Language> sample(Picture picture, Picture bits) {
        return sample(picture, bits, FEW_LINES).or(() -> sample(picture, bits, SOME_LINES));
    }

    private Optional<Language> sample(Picture picture, Picture bits, int lines) {
        return TextBand.find(bits, picture.resolution() / 2, lines).flatMap(band -> language(picture, band));
    }

    private Optional<Language> language(Picture picture, TextBand band) {
        int margin = picture.resolution() / 50;
        int top = Math.max(0, 2 * band.top() - margin);
        int height = Math.min(picture.height() - top, 2 * (band.height() + margin));
        try (Picture lines = picture.band(top, height)) {
            Recognition some = recogniser.recogniseLines(lines, habit.latest().model());
            return Language.detectClearly(some.text());
        }
    }
}
