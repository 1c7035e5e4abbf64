package io.liasse.capture.page;

import io.liasse.capture.Reading.FoundField;
import java.util.ArrayList;
import java.util.List;

/** What is filled into a form stands in no text layer; here it follows the printed text, so that it is found too. */
final class FilledText {
    private static final String CHECKED = "true";

    private FilledText() {}

    /** Width and height of the page in points. */
    static Layer.Text after(Layer.Text layer, List<FoundField> filled, double width, double height) {
        List<PageWord> words = new ArrayList<>(layer.words());
        StringBuilder text = new StringBuilder(layer.text());
        int line = words.isEmpty() ? 0 : words.getLast().line();
        int block = words.isEmpty() ? 0 : words.getLast().block();
        for (FoundField field : filled) {
            if (!field.value().equals(CHECKED)) {
                text.append(text.isEmpty() ? "" : "\n").append(field.value());
                block++;
                for (String row : field.value().lines().toList()) {
                    add(words, row, field, new Placed(++line, block, width, height));
                }
            }
        }
        return filled.isEmpty() ? layer : new Layer.Text(text.toString(), words);
    }

    private record Placed(int line, int block, double width, double height) {}

    /** Shares the width of the field among the words by their length. */
    private static void add(List<PageWord> words, String row, FoundField field, Placed at) {
        double each = field.width() * at.width() / Math.max(1, row.length());
        double bottom = (field.y() + field.height()) * at.height();
        double high = Math.min(field.height() * at.height(), 12);
        int start = 0;
        for (String word : row.split("\\s+")) {
            start = Math.max(start, row.indexOf(word, start));
            if (!word.isEmpty()) {
                words.add(new PageWord(
                        word,
                        1,
                        at.block(),
                        at.line(),
                        field.x() * at.width() + start * each,
                        bottom,
                        word.length() * each,
                        high));
            }
            start += word.length();
        }
    }
}
