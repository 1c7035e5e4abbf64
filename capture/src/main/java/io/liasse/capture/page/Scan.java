package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;

/**
 * The picture of a page that has no text yet.
 *
 * @param width of the page as displayed, in points
 * @param place where on the page the picture lies
 * @param photographic better kept as JPEG than as PNG
 * @param turned degrees by which the picture was already turned clockwise from what the file holds
 */
record Scan(Picture picture, double width, double height, Box place, boolean photographic, int turned)
        implements AutoCloseable {
    static Scan whole(Picture picture, double width, double height, boolean photographic) {
        return new Scan(picture, width, height, new Box(0, 0, width, height), photographic, 0);
    }

    /** The same page turned clockwise by 0, 90, 180 or 270 degrees. */
    Scan turned(int degrees) {
        boolean swapped = degrees % 180 != 0;
        return new Scan(
                picture.turned(degrees),
                swapped ? height : width,
                swapped ? width : height,
                turned(place, degrees),
                photographic,
                (turned + degrees) % 360);
    }

    private Box turned(Box box, int degrees) {
        return switch (degrees) {
            case 90 -> new Box(height - box.top() - box.height(), box.left(), box.height(), box.width());
            case 180 ->
                new Box(width - box.left() - box.width(), height - box.top() - box.height(), box.width(), box.height());
            case 270 -> new Box(box.top(), width - box.left() - box.width(), box.height(), box.width());
            default -> box;
        };
    }

    /** Dots per inch of the picture as it lies on the page. */
    int resolution() {
        return (int) Math.round(picture.width() * 72.0 / place.width());
    }

    @Override
    public void close() {
        picture.close();
    }
}
