package io.liasse.caseapi.correction;

import io.liasse.store.document.Correction;
import io.liasse.store.document.PageWording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page.
 *
 * @param text in force: the corrected one, or else what was read
 * @param read what was read
 * @param corrected whether a correction is in force
 * @param readAgain whether something else was read since it was made
 * @param history newest first, without the texts
 */
record PageTextJson(
        int page,
        @Nullable String language,
        String text,
        String read,
        boolean corrected,
        boolean readAgain,
        List<Said> history) {
    /** Who changed the text when; {@code corrected} false when it was set back to what was read. */
    record Said(int version, String by, Instant at, boolean corrected) {}

    static PageTextJson of(PageWording page, List<Correction> history) {
        return new PageTextJson(
                page.page(),
                page.language(),
                page.text(),
                page.read(),
                page.corrected() != null,
                page.readAgain(),
                history.stream()
                        .map(each -> new Said(each.version(), each.by(), each.at(), each.text() != null))
                        .toList());
    }
}
