package io.liasse.capture.ocr;

import java.util.List;

/** What was recognised on a picture, in reading order. */
public record Recognition(List<Word> words) {
    /** Words of so many letters are wider than high when they lie level. */
    private static final int LONGER = 4;

    public Recognition {
        words = List.copyOf(words);
    }

    /** The text: words joined by spaces, a line each, an empty line between blocks. */
    public String text() {
        StringBuilder text = new StringBuilder();
        Word before = null;
        for (Word word : words) {
            text.append(before == null ? "" : separator(before, word)).append(word.text());
            before = word;
        }
        return text.toString();
    }

    private static String separator(Word before, Word word) {
        if (before.block() != word.block()) {
            return "\n\n";
        }
        return before.line() == word.line() ? " " : "\n";
    }

    /** Mean confidence of the words, each weighed by its length; 0 where there is none. */
    public double confidence() {
        double sum = 0;
        int letters = 0;
        for (Word word : words) {
            sum += word.confidence() * word.text().length();
            letters += word.text().length();
        }
        return letters == 0 ? 0 : sum / letters;
    }

    /** Letters and digits in all words. */
    public int letters() {
        return letters(words);
    }

    /** Whether the lines run up or down the picture: Tesseract reads such lines too, with words that are higher than wide. */
    public boolean onItsSide() {
        List<Word> longer =
                words.stream().filter(word -> word.text().length() >= LONGER).toList();
        int upOrDown = letters(
                longer.stream().filter(word -> word.height() > word.width()).toList());
        return upOrDown * 2 > letters(longer);
    }

    private static int letters(List<Word> words) {
        return words.stream()
                .mapToInt(word -> (int) word.text()
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count())
                .sum();
    }
}
