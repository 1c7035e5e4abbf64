package io.liasse.capture.field;

import io.liasse.capture.page.PageWord;
import java.util.ArrayList;
import java.util.List;

/** A line of a page: its words joined by spaces, and at which letter of the text each begins. */
record TextLine(String text, List<PageWord> words, List<Integer> starts) {
    /** Longer lines are cut: they are no lines of print, and a pattern should not run over a whole book. */
    private static final int LONGEST = 2_000;

    static List<TextLine> of(List<PageWord> words) {
        List<TextLine> lines = new ArrayList<>();
        List<PageWord> line = new ArrayList<>();
        int letters = 0;
        for (PageWord word : words) {
            boolean another = !line.isEmpty() && line.getLast().line() != word.line();
            if (another || letters > LONGEST) {
                lines.add(join(line));
                line.clear();
                letters = 0;
            }
            line.add(word);
            letters += word.text().length() + 1;
        }
        if (!line.isEmpty()) {
            lines.add(join(line));
        }
        return lines;
    }

    /** The words as one line. */
    static TextLine join(List<PageWord> words) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (PageWord word : words) {
            text.append(text.isEmpty() ? "" : " ");
            starts.add(text.length());
            text.append(word.text(), 0, Math.min(word.text().length(), LONGEST));
        }
        return new TextLine(text.toString(), List.copyOf(words), starts);
    }

    /** The words that a part of the text touches. */
    List<PageWord> words(int start, int end) {
        List<PageWord> touched = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int wordEnd = i + 1 < starts.size() ? starts.get(i + 1) - 1 : text.length();
            if (starts.get(i) < end && start < wordEnd) {
                touched.add(words.get(i));
            }
        }
        return touched;
    }
}
