package io.liasse.capture.page;

import java.util.BitSet;

/** A page laid out in so many by so many cells, some of which are marked. */
final class Net {
    private final BitSet cells = new BitSet();
    private final int side;
    private final double width;
    private final double height;

    /** Width and height of the page in points. */
    Net(int side, double width, double height) {
        this.side = side;
        this.width = width;
        this.height = height;
    }

    /** Marks the cells that a box touches; what lies beside the page is left out. */
    void mark(Box box) {
        int left = cell(box.left() / width);
        int right = cell((box.left() + box.width()) / width);
        int bottom = cell((box.top() + box.height()) / height);
        boolean beside = box.left() > width
                || box.top() > height
                || box.left() + box.width() < 0
                || box.top() + box.height() < 0;
        for (int row = cell(box.top() / height); !beside && row <= bottom; row++) {
            cells.set(row * side + left, row * side + right + 1);
        }
    }

    private int cell(double fraction) {
        return (int) Math.clamp(fraction * side, 0, side - 1);
    }

    /** Whether the cell at a point is marked. */
    boolean marked(double x, double y) {
        return cells.get(cell(y / height) * side + cell(x / width));
    }

    /** The share of the page that is marked. */
    double share() {
        return cells.cardinality() / ((double) side * side);
    }

    /** The share of a box that is marked. */
    double share(Box box) {
        int left = cell(box.left() / width);
        int right = cell((box.left() + box.width()) / width);
        int top = cell(box.top() / height);
        int bottom = cell((box.top() + box.height()) / height);
        int marked = 0;
        for (int row = top; row <= bottom; row++) {
            marked += cells.get(row * side + left, row * side + right + 1).cardinality();
        }
        return marked / ((double) (right - left + 1) * (bottom - top + 1));
    }
}
