package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.ocr.Recognition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final int[] ON_THE_SIDE = {90, 270};
    private static final int[] ON_THE_HEAD = {180};

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
        /** Words of lines that run up or down the page are read, but cannot be laid over it. */
        double worth() {
            double worth = recognition.confidence() * recognition.letters();
            return recognition.onItsSide() ? worth / 2 : worth;
        }

        boolean poor() {
            return recognition.confidence() < POOR || recognition.letters() < FEW_LETTERS || recognition.onItsSide();
        }

        /** The same with other words. */
        Result of(Recognition words) {
            return new Result(words, turn, level, scale, language);
        }

        Result orBetter(Result other) {
            return other.worth() > worth() ? other : this;
        }
    }

    Result read(Scan scan, @Nullable String expected) {
        try (Levelled page = Levelled.of(scan)) {
            LanguageSample sample = sample(page, expected);
            if (!sample.legible()) {
                return turned(scan, page)
                        .map(other -> other.poor() ? other.orBetter(recognise(page, 0, sample)) : other)
                        .orElseGet(() -> recognise(page, 0, sample));
            }
            Result upright = recognise(page, 0, sample);
            return upright.poor() ? turned(scan, page).map(upright::orBetter).orElse(upright) : upright;
        }
    }

    /** The same of a page of which a person said how it lies. */
    Result readUpright(Scan scan, @Nullable String expected) {
        try (Levelled page = Levelled.of(scan)) {
            return recognise(page, 0, sample(page, expected));
        }
    }

    /** The page the other way up: as its lines tell, and, where that reads badly or not at all, as Tesseract thinks. */
    private Optional<Result> turned(Scan scan, Levelled page) {
        List<Turned> ways = new ArrayList<>();
        try {
            for (int turn : TextLines.onTheSide(page.bits()) ? ON_THE_SIDE : ON_THE_HEAD) {
                ways.add(turned(scan, turn));
            }
            ways.sort(Comparator.comparingDouble(Turned::confidence).reversed());
            Optional<Result> best = Optional.empty();
            for (Turned way :
                    ways.stream().filter(each -> each.sample().legible()).toList()) {
                Result read = recognise(way.page(), way.turn(), way.sample());
                best = best.map(read::orBetter).or(() -> Optional.of(read));
                if (!best.orElseThrow().poor()) {
                    return best;
                }
            }
            Optional<Result> thought = asTesseractThinks(scan, page);
            return best.isEmpty()
                    ? thought
                    : best.map(lines -> thought.map(lines::orBetter).orElse(lines));
        } finally {
            ways.forEach(Turned::close);
        }
    }

    private Optional<Result> asTesseractThinks(Scan scan, Levelled page) {
        int turn = recogniser.turn(page.gray());
        if (turn == 0) {
            return Optional.empty();
        }
        try (Turned way = turned(scan, turn)) {
            return Optional.of(recognise(way.page(), turn, way.sample()));
        }
    }

    private Turned turned(Scan scan, int turn) {
        try (Scan turned = scan.turned(turn)) {
            Levelled page = Levelled.of(turned);
            return new Turned(turn, page, LanguageSample.take(page, recogniser, habit.latest()));
        }
    }

    /** The page as it lies after a turn. */
    private record Turned(int turn, Levelled page, LanguageSample sample) implements AutoCloseable {
        double confidence() {
            return sample.confidence();
        }

        @Override
        public void close() {
            page.close();
        }
    }

    private LanguageSample sample(Levelled page, @Nullable String expected) {
        return Language.of(expected)
                .or(habit::expected)
                .map(LanguageSample::expected)
                .orElseGet(() -> LanguageSample.take(page, recogniser, habit.latest()));
    }

    /** Whether all of it may be in another language; of a page that was sampled and read well only paragraphs can be. */
    private static boolean mayBeOther(Recognition first, LanguageSample sample) {
        return first.confidence() > RUBBISH && !(sample.seen() && first.confidence() >= OtherLanguages.SURE);
    }

    private Result recognise(Levelled page, int turn, LanguageSample sample) {
        Language guess = sample.language().orElse(habit.latest());
        Recognition first = recogniser.recognise(page.gray(), guess.model());
        Language other =
                mayBeOther(first, sample) ? Language.detectClearly(first.text()).orElse(guess) : guess;
        Recognition again = other == guess ? first : recogniser.recognise(page.gray(), other.model());
        boolean better = again.confidence() >= first.confidence();
        Recognition result =
                new OtherLanguages(page, recogniser, better ? other : guess).reread(better ? again : first);
        Optional<Language> found = Language.detect(result.text());
        found.ifPresent(habit::note);
        return new Result(result, turn, page.level(), page.scale(), found.orElse(null));
    }
}
