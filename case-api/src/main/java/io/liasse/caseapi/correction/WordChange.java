package io.liasse.caseapi.correction;

import io.liasse.store.document.PageWording;
import java.util.ArrayList;
import java.util.List;

/** Words of a text, and the words that stand for them in another; one of the two may be empty, both are shortened. */
public record WordChange(String before, String after) {
    private static final int SHOWN = 6;

    /** What differs, in order. */
    public static List<WordChange> between(String before, String after) {
        List<String> left = PageWording.words(before);
        List<String> right = PageWording.words(after);
        List<WordChange> changes = new ArrayList<>();
        for (Alignment.Pair pair : Alignment.of(left, right)) {
            String was = joined(pair.before(), left);
            String is = joined(pair.after(), right);
            if (!was.equals(is)) {
                changes.add(new WordChange(was, is));
            }
        }
        return changes;
    }

    private static String joined(List<Integer> indexes, List<String> words) {
        return String.join(" ", indexes.stream().map(words::get).limit(SHOWN).toList());
    }
}
