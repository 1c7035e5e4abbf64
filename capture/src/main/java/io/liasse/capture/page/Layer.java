package io.liasse.capture.page;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text that a PDF page has already, and the words' places. */
final class Layer extends PDFTextStripper {
    private final List<PageWord> words = new ArrayList<>();
    private int line;
    private int block;

    private Layer() {}

    /** Text and words of a page. */
    record Text(String text, List<PageWord> words) {
        static final Text NONE = new Text("", List.of());

        boolean isEmpty() {
            return words.isEmpty();
        }

        /**
         * The same on the page turned clockwise.
         *
         * @param upright the page after it was turned
         */
        Text turned(int degrees, Scan upright) {
            boolean swapped = degrees % 180 != 0;
            double width = swapped ? upright.height() : upright.width();
            double height = swapped ? upright.width() : upright.height();
            return degrees == 0
                    ? this
                    : new Text(
                            text,
                            new PageWords(width, height, 0, words)
                                    .turned(degrees)
                                    .words());
        }
    }

    static Text of(PDDocument document, int page) throws IOException {
        Layer layer = new Layer();
        layer.setStartPage(page);
        layer.setEndPage(page);
        StringWriter text = new StringWriter();
        layer.writeText(document, text);
        return new Text(text.toString().strip(), layer.words);
    }

    @Override
    protected void writeLineSeparator() throws IOException {
        line++;
        super.writeLineSeparator();
    }

    @Override
    protected void writeParagraphStart() throws IOException {
        block++;
        super.writeParagraphStart();
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        super.writeString(text, positions);
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition position : positions) {
            if (position.getUnicode() == null || position.getUnicode().isBlank()) {
                add(word);
            } else {
                word.add(position);
            }
        }
        add(word);
    }

    private void add(List<TextPosition> letters) {
        if (letters.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        letters.forEach(letter -> text.append(letter.getUnicode()));
        double left =
                letters.stream().mapToDouble(TextPosition::getXDirAdj).min().orElse(0);
        double right = letters.stream()
                .mapToDouble(letter -> letter.getXDirAdj() + letter.getWidthDirAdj())
                .max()
                .orElse(0);
        double bottom =
                letters.stream().mapToDouble(TextPosition::getYDirAdj).max().orElse(0);
        double height =
                letters.stream().mapToDouble(TextPosition::getHeightDir).max().orElse(0);
        words.add(new PageWord(text.toString(), 1, block, line, left, bottom, right - left, height));
        letters.clear();
    }
}
