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

        /** The same with the picture elsewhere on the page. */
        Paper lying(Box elsewhere) {
            return new Paper(width, height, elsewhere, photographic, turned);
        }

        /** Degrees may be any multiple of 90. */
        Paper turned(int degrees) {
            boolean swapped = degrees % 180 != 0;
            return new Paper(
                    swapped ? height : width,
                    swapped ? width : height,
                    turned(place, degrees),
                    photographic,
                    Math.floorMod(turned + degrees, 360));
        }

        private Box turned(Box box, int degrees) {
            double right = width - box.left() - box.width();
            double below = height - box.top() - box.height();
            return switch (Math.floorMod(degrees, 360)) {
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

    /** A part of the page, as a page of which only that part was scanned; a part of the picture that is not empty. */
    Scan part(Box part) {
        double scale = picture.width() / place().width();
        int left = (int) Math.clamp((part.left() - place().left()) * scale, 0, picture.width() - 1);
        int top = (int) Math.clamp((part.top() - place().top()) * scale, 0, picture.height() - 1);
        int wide = (int) Math.clamp(Math.ceil(part.width() * scale), 1, picture.width() - left);
        int high = (int) Math.clamp(Math.ceil(part.height() * scale), 1, picture.height() - top);
        Box where = new Box(place().left() + left / scale, place().top() + top / scale, wide / scale, high / scale);
        return new Scan(picture.part(left, top, wide, high), paper.lying(where));
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
