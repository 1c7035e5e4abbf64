package io.liasse.search.lucene;

import java.util.ArrayList;
import java.util.List;

/** Cuts pages of unusual length, so that what a snippet is cut from stays small. */
final class PageCut {
    private static final int LONGEST = 16_000;

    private PageCut() {}

    static List<Entry.PageContent> of(List<Entry.PageContent> pages) {
        List<Entry.PageContent> cut = new ArrayList<>();
        pages.forEach(page -> cut(page, cut));
        return cut;
    }

    private static void cut(Entry.PageContent page, List<Entry.PageContent> pieces) {
        String text = page.text();
        int begin = 0;
        while (text.length() - begin > LONGEST) {
            int end = lastSpace(text, begin);
            pieces.add(new Entry.PageContent(page.number(), text.substring(begin, end), page.language()));
            begin = end;
        }
        pieces.add(new Entry.PageContent(page.number(), text.substring(begin), page.language()));
    }

    private static int lastSpace(String text, int begin) {
        for (int at = begin + LONGEST; at > begin + LONGEST / 2; at--) {
            if (Character.isWhitespace(text.charAt(at))) {
                return at;
            }
        }
        return begin + LONGEST;
    }
}
