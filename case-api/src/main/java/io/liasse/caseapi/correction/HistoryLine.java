package io.liasse.caseapi.correction;

import io.liasse.store.document.Correction;
import io.liasse.store.document.PageWording;
import java.util.ArrayList;
import java.util.List;

/**
 * Who changed the text of a page when, and in what.
 *
 * @param changes the first of them
 * @param more how many there are beside these
 * @param holds whether it is the version in force
 */
record HistoryLine(Correction correction, List<WordChange> changes, int more, boolean holds) {
    private static final int SHOWN = 6;

    /** Newest first. What was first changed is compared with what is read now. */
    static List<HistoryLine> of(PageWording page, List<Correction> history) {
        List<HistoryLine> lines = new ArrayList<>();
        for (int each = 0; each < history.size(); each++) {
            Correction correction = history.get(each);
            boolean oldestKnown = each + 1 == history.size();
            String before = oldestKnown ? page.read() : text(history.get(each + 1), page);
            List<WordChange> changes = oldestKnown && correction.version() > 1
                    ? List.of()
                    : WordChange.between(before, text(correction, page));
            lines.add(new HistoryLine(
                    correction,
                    changes.stream().limit(SHOWN).toList(),
                    Math.max(0, changes.size() - SHOWN),
                    each == 0));
        }
        return lines;
    }

    private static String text(Correction correction, PageWording page) {
        String text = correction.text();
        return text == null ? page.read() : text;
    }
}
