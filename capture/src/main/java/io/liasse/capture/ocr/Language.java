package io.liasse.capture.ocr;

import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language that can be recognised. */
public enum Language {
    FRENCH("fr", "fra", com.github.pemistahl.lingua.api.Language.FRENCH),
    GERMAN("de", "deu", com.github.pemistahl.lingua.api.Language.GERMAN),
    ITALIAN("it", "ita", com.github.pemistahl.lingua.api.Language.ITALIAN),
    ENGLISH("en", "eng", com.github.pemistahl.lingua.api.Language.ENGLISH);

    /** Fewer letters than these say nothing sure about a language. */
    private static final int ENOUGH = 40;

    private static final double CLEAR = 0.05;
    private static final int PLENTY = 3_000;

    private final String code;
    private final String model;
    private final com.github.pemistahl.lingua.api.Language lingua;

    Language(String code, String model, com.github.pemistahl.lingua.api.Language lingua) {
        this.code = code;
        this.model = model;
        this.lingua = lingua;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** Name of the model of Tesseract. */
    public String model() {
        return model;
    }

    /** By ISO 639-1 code. */
    public static Optional<Language> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /** The language most of a text is in; empty where there is too little text. */
    public static Optional<Language> detect(String text) {
        return guess(text).map(Guess::language);
    }

    /** The language of a text, if the second likeliest is far behind. */
    public static Optional<Language> detectClearly(String text) {
        return guess(text).filter(guess -> guess.lead() > CLEAR).map(Guess::language);
    }

    private record Guess(Language language, double lead) {}

    private static Optional<Guess> guess(String text) {
        String piece = text.substring(0, Math.min(text.length(), PLENTY));
        if (piece.codePoints().filter(Character::isLetter).count() < ENOUGH) {
            return Optional.empty();
        }
        Map<com.github.pemistahl.lingua.api.Language, Double> values =
                Detector.LINGUA.computeLanguageConfidenceValues(piece);
        double second = values.values().stream().skip(1).findFirst().orElse(0.0);
        return values.keySet().stream()
                .findFirst()
                .flatMap(Language::of)
                .map(language -> new Guess(language, 1 - second));
    }

    private static Optional<Language> of(com.github.pemistahl.lingua.api.Language lingua) {
        return Arrays.stream(values())
                .filter(language -> language.lingua == lingua)
                .findFirst();
    }

    /** Loads its models at first use, in a child only. Values are relative to the likeliest language's, which has 1. */
    private static final class Detector {
        static final LanguageDetector LINGUA = LanguageDetectorBuilder.fromLanguages(Arrays.stream(values())
                        .map(language -> language.lingua)
                        .toArray(com.github.pemistahl.lingua.api.Language[]::new))
                .withLowAccuracyMode()
                .build();

        private Detector() {}
    }
}
