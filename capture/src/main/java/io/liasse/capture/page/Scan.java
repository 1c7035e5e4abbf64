package io.liasse.capture.page;

import io.liasse.capture.ocr.Picture;
import org.jspecify.annotations.Nullable;

/** The picture of a page that has no text yet, and where it lies on the page. Close it once. */
final class Scan implements AutoCloseable {
    private final Picture picture;
    private final Paper paper;
    private @Nullable Picture gray;
    private @Nullable Picture half;

    /**
     * The page that a picture lies on.
     *
     * @param width as displayed, in points
     * @param place where on the page the picture lies
     * @param photographic better kept as JPEG than as PNG
     * @param turned degrees by which the picture was already turned clockwise from what the file holds
     */
    record Paper(double width, double height, Box place, boolean photographic, int turned) {
        static Paper whole(double width, double height, boolean photographic) {
            return new Paper(width, height, new Box(0, 0, width, height), photographic, 0);
        }

        Paper turned(int degrees) {
            boolean swapped = degrees % 180 != 0;
            return new Paper(
                    swapped ? height : width,
                    swapped ? width : height,
                    turned(place, degrees),
                    photographic,
                    (turned + degrees) % 360);
        }

        private Box turned(Box box, int degrees) {
            double right = width - box.left() - box.width();
            double below = height - box.top() - box.height();
            return switch (degrees) {
                case 90 -> new Box(below, box.left(), box.height(), box.width());
                case 180 -> new Box(right, below, box.width(), box.height());
                case 270 -> new Box(box.top(), right, box.height(), box.width());
                default -> box;
            };
        }
    }

    Scan(Picture picture, Paper paper) {
        this.picture = picture;
        this.paper = paper;
        picture.assumeResolution(resolution());
    }

    Picture picture() {
        return picture;
    }

    /** In shades of grey, made once; closed with this. */
    Picture gray() {
        if (gray == null) {
            gray = picture.gray();
        }
        return gray;
    }

    /** Grey and half as large, for what needs no detail; made once; closed with this. */
    Picture half() {
        if (half == null) {
            half = gray().scaledPlainly(0.5);
        }
        return half;
    }

    double width() {
        return paper.width();
    }

    double height() {
        return paper.height();
    }

    Box place() {
        return paper.place();
    }

    boolean photographic() {
        return paper.photographic();
    }

    int turned() {
        return paper.turned();
    }

    /** The same page turned clockwise by 0, 90, 180 or 270 degrees. */
    Scan turned(int degrees) {
        return new Scan(picture.turned(degrees), paper.turned(degrees));
    }

    /** Dots per inch of the picture as it lies on the page. */
    int resolution() {
        return (int) Math.round(picture.width() * 72.0 / place().width());
    }

    @Override
    public void close() {
        picture.close();
        if (gray != null) {
            gray.close();
        }
        if (half != null) {
            half.close();
        }
    }
}
