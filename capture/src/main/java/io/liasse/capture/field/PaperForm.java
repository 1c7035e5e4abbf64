package io.liasse.capture.field;

import java.util.List;

/**
 * A paper form that is known by printed words in known places. All places are fractions of its blank page, from the top
 * left.
 *
 * @param anchors words by which it is known and laid level; two at least, far apart
 */
public record PaperForm(String name, List<Anchor> anchors, List<Zone> zones) {
    public PaperForm {
        anchors = List.copyOf(anchors);
        zones = List.copyOf(zones);
    }

    /** Words on the blank form; {@code x}, {@code y} of the lower left corner of the first. */
    public record Anchor(String text, double x, double y) {}

    /** Where something is filled in. */
    public record Zone(String name, Kind kind, double x, double y, double width, double height) {}

    /** What is filled in. */
    public enum Kind {
        TEXT,
        DATE,
        AMOUNT,
        CHECKBOX
    }
}
