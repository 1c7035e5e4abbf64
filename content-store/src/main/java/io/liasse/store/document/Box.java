package io.liasse.store.document;

/** A rectangle on a page as fractions of its width and height, origin top left, each 0 to 1. */
public record Box(double x, double y, double width, double height) {
    /** Where it is when the page is turned clockwise by 0, 90, 180 or 270 degrees. */
    public Box turned(int degrees) {
        return switch (degrees) {
            case 0 -> this;
            case 90 -> new Box(1 - y - height, x, height, width);
            case 180 -> new Box(1 - x - width, 1 - y - height, width, height);
            case 270 -> new Box(y, 1 - x - width, height, width);
            default -> throw new IllegalArgumentException("turned by " + degrees);
        };
    }
}
