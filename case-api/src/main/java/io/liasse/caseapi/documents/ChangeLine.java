package io.liasse.caseapi.documents;

import io.liasse.caseapi.correction.WordChange;
import io.liasse.store.document.VersionChanges.PageChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A changed page on the screen that compares versions, or a run of pages that are as they were.
 *
 * @param last of the run; the same page where it is one
 * @param words what was read otherwise on it, the first of them
 * @param moreWords how many there are beside these
 */
record ChangeLine(PageChange first, PageChange last, List<WordChange> words, int moreWords) {
    private static final int WORDS = 40;

    ChangeLine {
        words = List.copyOf(words);
    }

    /** Whether pages of a run have other numbers now. */
    public boolean renumbered() {
        return !first.changed() && first.before() != null && !first.before().equals(first.after());
    }

    public boolean several() {
        return !first.equals(last);
    }

    ChangeLine with(List<WordChange> changes) {
        return new ChangeLine(first, last, changes.stream().limit(WORDS).toList(), Math.max(0, changes.size() - WORDS));
    }

    /** One line for each changed page, and for each run of others that follow each other in both versions. */
    static List<ChangeLine> of(List<PageChange> pages) {
        List<ChangeLine> lines = new ArrayList<>();
        for (PageChange page : pages) {
            ChangeLine before = lines.isEmpty() ? null : lines.getLast();
            if (before != null && !page.changed() && !before.last().changed() && follows(before.last(), page)) {
                lines.set(lines.size() - 1, new ChangeLine(before.first(), page, List.of(), 0));
            } else {
                lines.add(new ChangeLine(page, page, List.of(), 0));
            }
        }
        return lines;
    }

    private static boolean follows(PageChange one, PageChange next) {
        return isNext(one.before(), next.before()) && isNext(one.after(), next.after());
    }

    private static boolean isNext(@Nullable Integer one, @Nullable Integer next) {
        return one != null && next != null && next == one + 1;
    }
}
