package io.liasse.capture.page;

import io.liasse.capture.ocr.Language;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.ocr.Recognition;
import io.liasse.capture.ocr.Word;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paragraphs in another language than most of a page, read again with the model of theirs. */
final class OtherLanguages {
    /** A paragraph with fewer letters does not tell its language. */
    private static final int ENOUGH_LETTERS = 80;

    /** What is read with this mean confidence was read with the right model, or so well that no other makes it better. */
    static final double SURE = 0.90;

    private final Levelled page;
    private final Recogniser recogniser;
    private final Language usual;

    OtherLanguages(Levelled page, Recogniser recogniser, Language usual) {
        this.page = page;
        this.recogniser = recogniser;
        this.usual = usual;
    }

    /** The reading in the usual language, with paragraphs replaced where another language makes more of them. */
    Recognition reread(Recognition whole) {
        List<Word> words = new ArrayList<>();
        Language language = usual;
        for (Recognition paragraph : paragraphs(whole)) {
            boolean sure = paragraph.confidence() >= SURE;
            language = sure ? language : language(paragraph).orElse(language);
            Recognition better = sure || language == usual ? paragraph : better(paragraph, language);
            int block = words.isEmpty() ? 0 : words.getLast().block();
            int line = words.isEmpty() ? 0 : words.getLast().line();
            int firstBlock = better.words().getFirst().block();
            int firstLine = better.words().getFirst().line();
            better.words()
                    .forEach(word -> words.add(
                            word.counted(block + 1 + word.block() - firstBlock, line + 1 + word.line() - firstLine)));
        }
        return new Recognition(words);
    }

    private static List<Recognition> paragraphs(Recognition whole) {
        List<List<Word>> paragraphs = new ArrayList<>();
        for (Word word : whole.words()) {
            if (paragraphs.isEmpty() || paragraphs.getLast().getLast().block() != word.block()) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.getLast().add(word);
        }
        return paragraphs.stream().map(Recognition::new).toList();
    }

    /** Empty where there is too little text or it leaves the language open: then it is that of the paragraph before. */
    private Optional<Language> language(Recognition paragraph) {
        return paragraph.letters() < ENOUGH_LETTERS ? Optional.empty() : Language.detectClearly(paragraph.text());
    }

    private Recognition better(Recognition paragraph, Language language) {
        Rectangle place = place(paragraph);
        try (Picture picture = page.gray().part(place.x, place.y, place.width, place.height)) {
            Recognition again = recogniser.recogniseParagraph(picture, language.model());
            return worth(again) <= worth(paragraph)
                    ? paragraph
                    : new Recognition(again.words().stream()
                            .map(word -> word.moved(place.x, place.y))
                            .toList());
        }
    }

    private Rectangle place(Recognition paragraph) {
        Rectangle place = null;
        for (Word word : paragraph.words()) {
            Rectangle box = new Rectangle(word.x(), word.y(), word.width(), word.height());
            place = place == null ? box : place.union(box);
        }
        int margin = page.gray().resolution() / 30;
        Rectangle all = new Rectangle(page.gray().width(), page.gray().height());
        if (place == null) {
            return all;
        }
        place.grow(margin, margin / 2);
        return place.intersection(all);
    }

    private static double worth(Recognition read) {
        return read.confidence() * read.letters();
    }
}
