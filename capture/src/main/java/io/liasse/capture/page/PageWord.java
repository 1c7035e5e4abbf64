package io.liasse.capture.page;

/**
 * A word on a page as displayed, in points (1/72 inch), origin top left, y downwards. The word's box may lie aslant: it
 * starts at its lower left corner and runs {@code width} in the direction of the page's {@link PageWords#slope}.
 *
 * @param confidence 0 to 1; 1 for words that were text already
 * @param x of the lower left corner
 * @param y of the lower left corner
 */
public record PageWord(
        String text, double confidence, int block, int line, double x, double y, double width, double height) {
    /** The same with other numbers of its block and line. */
    PageWord counted(int otherBlock, int otherLine) {
        return new PageWord(text, confidence, otherBlock, otherLine, x, y, width, height);
    }
}
