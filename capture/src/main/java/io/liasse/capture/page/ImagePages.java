package io.liasse.capture.page;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Pages that are pictures in a file: one, or the frames of a TIFF file. */
final class ImagePages {
    private static final double A4_WIDTH_INCHES = 8.27;
    private static final double A4_HEIGHT_INCHES = 11.69;
    private static final int LEAST_RESOLUTION = 70;
    private static final int MOST_RESOLUTION = 2_400;

    private ImagePages() {}

    static Scan scan(Task.Source source, int number, long mostPixels) throws IOException {
        Path file = source.file();
        checkPixels(file, number - 1, mostPixels);
        Picture picture = Picture.readFrame(file, number - 1)
                .or(() -> number == 1 ? Picture.read(file) : java.util.Optional.empty())
                .orElse(null);
        Picture decoded = picture == null ? decode(file, number - 1) : picture;
        double inch = resolution(decoded);
        Scan scan = new Scan(
                decoded,
                Scan.Paper.whole(decoded.width() * 72 / inch, decoded.height() * 72 / inch, decoded.depth() > 1));
        return turned(scan, exifTurn(file));
    }

    private static Scan turned(Scan scan, int degrees) {
        if (degrees == 0) {
            return scan;
        }
        try (scan) {
            return scan.turned(degrees);
        }
    }

    private static void checkPixels(Path file, int frame, long mostPixels) throws IOException {
        long pixels = pixels(file, frame);
        if (pixels > mostPixels) {
            throw RefusedException.failed(null, Cause.TOO_MANY_PIXELS, pixels + " pixels");
        }
    }

    private static long pixels(Path file, int frame) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                reader.setInput(in);
                return (long) reader.getWidth(frame) * reader.getHeight(frame);
            }
        } catch (IOException | RuntimeException e) {
            // Java's reader does not understand the header; Leptonica's may.
            return claimed(file);
        }
        return claimed(file);
    }

    private static long claimed(Path file) {
        return Picture.size(file).map(size -> size[0] * size[1]).orElse(0L);
    }

    /** Through Java's own readers, for what Leptonica cannot decode: GIF, odd TIFF and BMP. */
    private static Picture decode(Path file, int frame) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw RefusedException.failed(null, Cause.DAMAGED, "no decoder");
            }
            ImageReader reader = readers.next();
            reader.setInput(in);
            BufferedImage image = reader.read(frame);
            return Picture.of(image, 0);
        }
    }

    /** As the file says; where it says nothing believable, as if the picture were an A4 page. */
    static double resolution(Picture picture) {
        int said = picture.resolution();
        if (said >= LEAST_RESOLUTION && said <= MOST_RESOLUTION && believable(picture, said)) {
            return said;
        }
        boolean upright = picture.height() >= picture.width();
        return Math.max(1, picture.width() / (upright ? A4_WIDTH_INCHES : A4_HEIGHT_INCHES));
    }

    /** Cameras write 72 dots per inch into everything; no page is a metre wide. */
    private static boolean believable(Picture picture, int resolution) {
        return Math.max(picture.width(), picture.height()) / (double) resolution < 30;
    }

    private static int exifTurn(Path file) throws IOException {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            boolean jpeg = metadata.containsDirectoryOfType(com.drew.metadata.jpeg.JpegDirectory.class);
            return jpeg && exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? turn(exif.getInt(ExifIFD0Directory.TAG_ORIENTATION))
                    : 0;
        } catch (ImageProcessingException | MetadataException e) {
            return 0;
        }
    }

    /** EXIF 2.3, tag 274; mirrored pictures are not made by scanners and cameras. */
    private static int turn(int orientation) {
        return switch (orientation) {
            case 3 -> 180;
            case 6 -> 90;
            case 8 -> 270;
            default -> 0;
        };
    }
}
