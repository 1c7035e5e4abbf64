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

    private static final int FEW_LETTERS = 20;
    private static final double LEAST_SKEW_DEGREES = 0.3;
    private static final int FINE_RESOLUTION = 300;
    private static final int TOO_FINE_RESOLUTION = 400;

    private final Recogniser recogniser;
    private Language latest = Language.ENGLISH;

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
        double scale = scan.resolution() > TOO_FINE_RESOLUTION ? (double) FINE_RESOLUTION / scan.resolution() : 1;
        try (Picture gray = scale == 1 ? scan.picture().gray() : shrunk(scan.picture(), scale)) {
            double level = level(gray);
            if (Math.abs(level) < LEAST_SKEW_DEGREES) {
                return recognise(gray, turn, 0, scale, expected);
            }
            try (Picture levelled = gray.rotated(level)) {
                return recognise(levelled, turn, level, scale, expected);
            }
        }
    }

    private static Picture shrunk(Picture picture, double scale) {
        try (Picture gray = picture.gray()) {
            return gray.scaled(scale);
        }
    }

    private static double level(Picture gray) {
        try (Picture small = gray.scaled(0.5);
                Picture bits = small.blackAndWhite()) {
            return bits.skew();
        }
    }

    private Result recognise(Picture picture, int turn, double level, double scale, @Nullable String expected) {
        Language language = Language.of(expected).or(() -> sample(picture)).orElse(latest);
        Recognition first = recogniser.recognise(picture, language.model());
        Optional<Language> found = Language.detect(first.text());
        Recognition result = Language.detectClearly(first.text())
                .filter(other -> other != language && first.confidence() > 0.4)
                .map(other -> recogniser.recognise(picture, other.model()))
                .filter(again -> again.confidence() >= first.confidence())
                .orElse(first);
        found.ifPresent(sure -> latest = sure);
        return new Result(result, turn, level, scale, found.orElse(null));
    }

    /** The language of a strip with a few lines of text, at a tenth of the cost of the page. */
    private Optional<Language> sample(Picture picture) {
        int strip = picture.height() / 8;
        for (int part : new int[] {3, 2, 5}) {
            Recognition some = recogniser.recognise(picture, latest.model(), 0, part * strip, picture.width(), strip);
            Optional<Language> found = Language.detect(some.text());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
