package io.liasse.store.document;

/**
 * A page of a version that is to be made.
 *
 * @param was its number in the version before, from 1
 * @param turn clockwise, in degrees: 0, 90, 180 or 270
 */
public record PageTurn(int was, int turn) {
    public PageTurn {
        if (was < 1 || turn < 0 || turn >= 360 || turn % 90 != 0) {
            throw new IllegalArgumentException("page " + was + " turned by " + turn);
        }
    }
}
