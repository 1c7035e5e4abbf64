package io.liasse.capture.ocr;

/**
 * A recognised word in pixels of the picture, origin top left.
 *
 * @param line counted through the page
 * @param block counted through the page
 * @param confidence 0 to 1
 */
public record Word(String text, double confidence, int block, int line, int x, int y, int width, int height) {
    /** The same elsewhere on the page. */
    public Word moved(int right, int down) {
        return new Word(text, confidence, block, line, x + right, y + down, width, height);
    }

    /** The same with other numbers of its block and line. */
    public Word counted(int otherBlock, int otherLine) {
        return new Word(text, confidence, otherBlock, otherLine, x, y, width, height);
    }
}
