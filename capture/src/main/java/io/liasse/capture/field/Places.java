package io.liasse.capture.field;

import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.util.List;

/** Where words lie on their page. */
public final class Places {
    private Places() {}

    /** The value in a box around the words, as fractions of the page; as sure as the least sure of them. */
    public static FoundField around(String name, String value, List<PageWord> words, PageWords page) {
        double slope = Math.toRadians(page.slope());
        double left = 1;
        double top = 1;
        double right = 0;
        double bottom = 0;
        double confidence = 1;
        for (PageWord word : words) {
            double rise = word.width() * Math.sin(slope);
            left = Math.min(left, word.x() / page.width());
            right = Math.max(right, (word.x() + word.width() * Math.cos(slope)) / page.width());
            top = Math.min(top, (word.y() - word.height() - Math.max(0, rise)) / page.height());
            bottom = Math.max(bottom, (word.y() + Math.max(0, -rise)) / page.height());
            confidence = Math.min(confidence, word.confidence());
        }
        return new FoundField(name, value, left, top, right - left, bottom - top, confidence, null);
    }
}
