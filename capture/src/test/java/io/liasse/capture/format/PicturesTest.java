package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same printed lines in every coding of pictures give the same words. */
final class PicturesTest {
    private static DocumentReader reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        reader = new DocumentReader(ReaderSettings.usual());
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "jpg", "tif", "jp2"})
    void readsWhatJavaWrites(String format) throws IOException {
        Path file = folder.resolve("letter." + format);
        assertThat(ImageIO.write(print(BufferedImage.TYPE_INT_RGB), format.replace("jp2", "jpeg 2000"), file.toFile()))
                .isTrue();
        assertRead(file);
    }

    @Test
    void readsPicturesOfTelephones() throws Exception {
        Path png = folder.resolve("letter.png");
        ImageIO.write(print(BufferedImage.TYPE_INT_RGB), "png", png.toFile());
        for (String format : new String[] {"heic", "avif"}) {
            Path file = folder.resolve("letter." + format);
            encode(png, file, format.equals("avif") ? new String[] {"-A"} : new String[0]);
            assertRead(file);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY})
    void readsShadesOfAnyDepth(int type) throws IOException {
        for (String format : new String[] {"png", "tif"}) {
            Path file = folder.resolve("letter-" + type + "." + format);
            ImageIO.write(print(type), format, file.toFile());
            assertRead(file);
        }
    }

    @Test
    void readsWhatIsTransparentAsPaper() throws IOException {
        BufferedImage image = new BufferedImage(1700, 700, BufferedImage.TYPE_INT_ARGB);
        write(image);
        Path png = folder.resolve("transparent.png");
        ImageIO.write(image, "png", png.toFile());
        assertRead(png);
        Path tiff = folder.resolve("transparent.tif");
        ImageIO.write(image, "tif", tiff.toFile());
        assertRead(tiff);
    }

    @Test
    void readsPictureOfPrintingInks() throws IOException {
        Path file = folder.resolve("inks.tif");
        BufferedImage rgb = print(BufferedImage.TYPE_INT_RGB);
        ComponentColorModel model =
                new ComponentColorModel(new Inks(), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(rgb.getWidth(), rgb.getHeight());
        for (int y = 0; y < rgb.getHeight(); y++) {
            for (int x = 0; x < rgb.getWidth(); x++) {
                raster.setPixel(x, y, new int[] {0, 0, 0, 255 - (rgb.getRGB(x, y) & 255)});
            }
        }
        assertThat(ImageIO.write(new BufferedImage(model, raster, false, null), "tif", file.toFile()))
                .isTrue();
        assertRead(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CCITT T.6", "LZW", "Deflate", "JPEG", "PackBits"})
    void readsEachPageOfTiff(String compression) throws IOException {
        Path file = folder.resolve("pages.tif");
        boolean fax = compression.startsWith("CCITT");
        writePages(file, compression, print(fax ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_BYTE_GRAY));
        Reading.Read read = new Readers(reader, folder).read(file);
        assertThat(read.pages())
                .hasSize(3)
                .allSatisfy(page -> assertThat(page.text()).containsIgnoringCase("Krankenkasse"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8})
    void turnsWhatTheCameraSaysIsTurned(int orientation) throws IOException {
        Path file = folder.resolve("turned.jpg");
        Files.write(file, withOrientation(turned(print(BufferedImage.TYPE_INT_RGB), orientation), orientation));
        Reading.Read read = assertRead(file);
        assertThat(read.pages().getFirst().width())
                .isGreaterThan(read.pages().getFirst().height());
    }

    @Test
    void saysWhichPictureIsBroken() throws IOException {
        Path file = folder.resolve("broken.heic");
        Files.write(file, new byte[] {
            0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i', 'f', '1', 'h', 'e', 'i', 'c'
        });
        assertThat(new Readers(reader, folder).reading(file, null))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.cause()).isEqualTo(Reading.Cause.DAMAGED));
    }

    private Reading.Read assertRead(Path file) throws IOException {
        Reading.Read read = new Readers(reader, folder).read(file);
        assertThat(read.pages()).hasSize(1);
        assertThat(Readers.text(read)).as(file.toString()).contains("Krankenkasse", "Musterstadt");
        return read;
    }

    private static BufferedImage print(int type) {
        BufferedImage image = new BufferedImage(1700, 700, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        write(image);
        return image;
    }

    private static void write(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
        String[] lines = {
            "An die Krankenkasse in Musterstadt",
            "Wir bitten um die Erstattung der Kosten",
            "der Behandlung vom letzten Monat.",
            "Mit freundlichen Grüssen"
        };
        for (int line = 0; line < lines.length; line++) {
            graphics.drawString(lines[line], 120, 140 + 120 * line);
        }
        graphics.dispose();
    }

    private static void encode(Path png, Path file, String... more) throws IOException, InterruptedException {
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of("heif-enc", "-q", "80"));
        command.addAll(java.util.List.of(more));
        command.addAll(java.util.List.of(png.toString(), "-o", file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    private static void writePages(Path file, String compression, BufferedImage page) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(compression);
            writer.prepareWriteSequence(null);
            for (int number = 0; number < 3; number++) {
                writer.writeToSequence(new IIOImage(page, null, null), parameters);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    /** What a camera held that way sees. */
    private static BufferedImage turned(BufferedImage upright, int orientation) {
        int quarters = switch (orientation) {
            case 3 -> 2;
            case 6 -> 3;
            default -> 1;
        };
        boolean swapped = quarters != 2;
        int width = swapped ? upright.getHeight() : upright.getWidth();
        int height = swapped ? upright.getWidth() : upright.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        AffineTransform turn = AffineTransform.getTranslateInstance(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-upright.getWidth() / 2.0, -upright.getHeight() / 2.0);
        graphics.drawImage(upright, turn, null);
        graphics.dispose();
        return image;
    }

    /** A JPEG with one EXIF tag (EXIF 2.3, 4.5): the orientation. */
    private static byte[] withOrientation(BufferedImage image, int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        byte[] exif = {
            (byte) 0xFF,
            (byte) 0xE1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            18,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(plain.toByteArray(), 0, 2);
        all.writeBytes(exif);
        all.write(plain.toByteArray(), 2, plain.size() - 2);
        return all.toByteArray();
    }

    /** Cyan, magenta, yellow, black, without a profile. */
    private static final class Inks extends ColorSpace {
        private static final long serialVersionUID = 1;

        Inks() {
            super(TYPE_CMYK, 4);
        }

        @Override
        public float[] toRGB(float[] inks) {
            float light = 1 - inks[3];
            return new float[] {(1 - inks[0]) * light, (1 - inks[1]) * light, (1 - inks[2]) * light};
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            return new float[] {1 - rgb[0], 1 - rgb[1], 1 - rgb[2], 0};
        }

        @Override
        public float[] toCIEXYZ(float[] inks) {
            return getInstance(CS_sRGB).toCIEXYZ(toRGB(inks));
        }

        @Override
        public float[] fromCIEXYZ(float[] xyz) {
            return fromRGB(getInstance(CS_sRGB).fromCIEXYZ(xyz));
        }
    }
}
