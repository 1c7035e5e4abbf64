package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import java.util.Optional;

/**
 * What language the pages of late were in. After many of one language the next is expected to be in it too, and no sample
 * of it is taken; a mistake costs one more pass and ends the expectation.
 */
final class LanguageHabit {
    private static final int MANY = 12;

    private Language latest = Language.ENGLISH;
    private int inRow;

    Language latest() {
        return latest;
    }

    Optional<Language> expected() {
        return inRow >= MANY ? Optional.of(latest) : Optional.empty();
    }

    void note(Language language) {
        inRow = language == latest ? inRow + 1 : 1;
        latest = language;
    }
}
