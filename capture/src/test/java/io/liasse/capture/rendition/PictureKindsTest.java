package io.liasse.capture.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever kind of picture comes, what is kept is PDF/A-2b, in the coding that suits it. */
final class PictureKindsTest {
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
    @CsvSource({
        "BYTE_BINARY, tif, CCITTFaxDecode",
        "BYTE_BINARY, png, CCITTFaxDecode",
        "BYTE_GRAY, jpg, DCTDecode",
        "3BYTE_BGR, jpg, DCTDecode",
        "3BYTE_BGR, png, FlateDecode",
        "4BYTE_ABGR, png, FlateDecode",
        "BYTE_INDEXED, png, FlateDecode",
        "BYTE_INDEXED, gif, FlateDecode",
        "USHORT_GRAY, png, FlateDecode",
        "USHORT_GRAY, tif, DCTDecode",
        "3BYTE_BGR, tif, DCTDecode"
    })
    void keepsEveryKindOfPictureInACodingThatSuitsIt(String kind, String format, String filter) throws Exception {
        Path file = folder.resolve("letter." + format);
        assertThat(ImageIO.write(letter(type(kind)), format, file.toFile())).isTrue();
        Path pdf = pdf(file);
        assertThat(Conformance.broken(pdf)).isEmpty();
        assertThat(filters(pdf)).containsExactly(COSName.getPDFName(filter));
    }

    @Test
    void turnsTheColoursOfThePressIntoThoseOfTheScreen() throws Exception {
        Path file = folder.resolve("press.jpg");
        writeFourColours(letter(BufferedImage.TYPE_INT_RGB), file);
        assertThat(Conformance.broken(pdf(file))).isEmpty();
    }

    @Test
    void takesTheBytesOfAJpegAsTheyAre() throws Exception {
        Path file = folder.resolve("letter.jpg");
        ImageIO.write(letter(BufferedImage.TYPE_3BYTE_BGR), "jpg", file.toFile());
        try (PDDocument document = Loader.loadPDF(pdf(file).toFile())) {
            assertThat(image(document)
                            .getStream()
                            .getCOSObject()
                            .createRawInputStream()
                            .readAllBytes())
                    .isEqualTo(Files.readAllBytes(file));
        }
    }

    /** Setting text makes the same sort of file. */
    @Test
    void setsTextAsTheArchiveStandardWantsIt() throws Exception {
        Path file = folder.resolve("note.txt");
        Files.writeString(file, "Ein Brief an Frau Müller.\nMit Emoji \uD83D\uDE00 und Zeichen wie \u4E2D.\n");
        assertThat(Conformance.broken(pdf(file))).isEmpty();
    }

    private static int type(String kind) throws ReflectiveOperationException {
        return BufferedImage.class.getField("TYPE_" + kind).getInt(null);
    }

    private static BufferedImage letter(int type) {
        BufferedImage image = new BufferedImage(1240, 1754, type);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 1754);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font("Liberation Sans", Font.PLAIN, 30));
        for (int line = 0; line < 12; line++) {
            pen.drawString("The insured person asks for a written answer soon", 100, 150 + 45 * line);
        }
        pen.dispose();
        return image;
    }

    /** As presses want it: cyan, magenta, yellow, black; complements, as Adobe writes them. */
    private static void writeFourColours(BufferedImage image, Path file) throws IOException {
        WritableRaster colours = Raster.createInterleavedRaster(0, image.getWidth(), image.getHeight(), 4, null);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int red = image.getRGB(x, y) & 0xFF;
                colours.setPixel(x, y, new int[] {255, 255, 255, red});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(new IIOImage(colours, List.of(), null));
        } finally {
            writer.dispose();
        }
    }

    private Path pdf(Path file) {
        Reading reading = reader.read(
                new ReadOrder(file, file.getFileName().toString(), null, null, null, folder.resolve("derived")));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading)
                .renditions().stream()
                        .filter(each -> each.kind() == Reading.Derived.Kind.PDF)
                        .findFirst()
                        .orElseThrow()
                        .file();
    }

    private static List<COSName> filters(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return image(document).getStream().getFilters();
        }
    }

    private static PDImageXObject image(PDDocument document) throws IOException {
        var resources = document.getPage(0).getResources();
        return (PDImageXObject)
                resources.getXObject(resources.getXObjectNames().iterator().next());
    }
}
