package io.liasse.capture.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.PrintedSheet;
import io.liasse.capture.Reading.Barcode;
import io.liasse.capture.ocr.NativeLibraries;
import io.liasse.capture.ocr.Picture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets as they come back from a scanner, and blank pages. */
final class PrintedSheetTest {
    private static final int RESOLUTION = 200;
    private static final int WIDTH = 1654;
    private static final int HEIGHT = 2339;

    @TempDir
    static Path libraries;

    @BeforeAll
    static void unpack() {
        System.setProperty("jna.library.path", NativeLibraries.unpack(libraries).toString());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "180, 0", "90, 0", "270, 0", "0, 1.5", "180, -1.5", "90, 1"})
    void isKnownAgainHoweverItLies(int turned, double skewed) throws IOException {
        PrintedSheet sheet =
                new PrintedSheet("Separator sheet", "· · ·", List.of("Put it between documents."), "PATCHT", true);
        List<Barcode> codes = codes(scanned(sheet, skewed), turned);
        assertThat(codes).extracting(Barcode::value).containsOnly("PATCHT");
        assertThat(codes).extracting(Barcode::format).contains("PATCH_CODE", "QR_CODE");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "180, 0", "0, 1.5", "90, -1"})
    void saysTheCaseByBothCodes(int turned, double skewed) throws IOException {
        PrintedSheet sheet = new PrintedSheet(
                "Cover sheet", "2026-000417-3", List.of("Put it on top."), "LIASSE:CASE:2026-000417-3", false);
        List<Barcode> codes = codes(scanned(sheet, skewed), turned);
        assertThat(codes).extracting(Barcode::value).containsOnly("LIASSE:CASE:2026-000417-3");
        assertThat(codes).extracting(Barcode::format).contains("QR_CODE");
    }

    @ParameterizedTest
    @CsvSource({
        "0.08 0.20 0.08 0.20, true",
        "0.20 0.08 0.20 0.08, true",
        "0.20 0.20 0.08 0.08, false",
        "0.08 0.08 0.08 0.08, false",
        "0.20 0.08 0.08 0.20, false",
        "0.14 0.14 0.14 0.14, false"
    })
    void takesOnlyThePatternOfPatchCodeT(String widths, boolean expected) {
        BufferedImage page = paper();
        double top = 0.5;
        Graphics2D pen = pen(page);
        for (String each : widths.split(" ")) {
            double high = Double.parseDouble(each);
            pen.fillRect(400, (int) (top * RESOLUTION), 500, (int) Math.round(high * RESOLUTION));
            top += high + 0.08;
        }
        assertThat(codes(page, 0)).extracting(Barcode::format).isEqualTo(expected ? List.of("PATCH_CODE") : List.of());
    }

    @Test
    void doesNotTakeShortBarsForAPatchCode() {
        BufferedImage page = paper();
        Graphics2D pen = pen(page);
        double top = 0.5;
        for (double high : new double[] {0.08, 0.20, 0.08, 0.20}) {
            pen.fillRect(400, (int) (top * RESOLUTION), 250, (int) Math.round(high * RESOLUTION));
            top += high + 0.08;
        }
        assertThat(codes(page, 0)).isEmpty();
    }

    @Test
    void seesThatAPageIsBlankDespiteSpecksHolesAndWhatShinesThrough() {
        BufferedImage page = paper();
        Graphics2D pen = pen(page);
        Random random = new Random(7);
        for (int speck = 0; speck < 1500; speck++) {
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 1 + random.nextInt(2), 1);
        }
        pen.fill(new Ellipse2D.Double(60, 800, 47, 47));
        pen.fill(new Ellipse2D.Double(60, 1430, 47, 47));
        pen.setColor(new Color(215, 213, 205));
        for (int line = 0; line < 30; line++) {
            pen.drawString("sdrow era ereht edis rehto eht no", 250, 300 + 55 * line);
        }
        assertThat(blank(page)).isTrue();
    }

    @Test
    void seesASignatureOnAnOtherwiseBlankPage() {
        BufferedImage page = paper();
        Graphics2D pen = pen(page);
        pen.setStroke(new java.awt.BasicStroke(4));
        for (int loop = 0; loop < 6; loop++) {
            pen.drawOval(700 + 60 * loop, 1500, 70, 120);
        }
        assertThat(blank(page)).isFalse();
    }

    @Test
    void seesALineOfPrintOnAnOtherwiseBlankPage() {
        BufferedImage page = paper();
        Graphics2D pen = pen(page);
        pen.setFont(new java.awt.Font(java.awt.Font.SANS_SERIF, java.awt.Font.PLAIN, 30));
        pen.drawString("with kind regards, see the other side", 300, 900);
        assertThat(blank(page)).isFalse();
    }

    private static boolean blank(BufferedImage page) {
        try (Scan scan = scan(page)) {
            return Blank.is(scan, "");
        }
    }

    private static Scan scan(BufferedImage page) {
        return new Scan(Picture.of(page, RESOLUTION), Scan.Paper.whole(595, 842, true));
    }

    private static List<Barcode> codes(BufferedImage page, int turned) {
        try (Scan upright = scan(page);
                Scan scan = upright.turned(turned)) {
            return Barcodes.find(scan);
        }
    }

    private static BufferedImage paper() {
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(248, 247, 243));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        return page;
    }

    private static Graphics2D pen(BufferedImage page) {
        Graphics2D pen = page.createGraphics();
        pen.setColor(new Color(35, 35, 40));
        return pen;
    }

    /** Printed, laid on the glass not quite straight, and scanned. */
    private static BufferedImage scanned(PrintedSheet sheet, double skewed) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        sheet.write(pdf);
        BufferedImage page = paper();
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            BufferedImage print = new PDFRenderer(document).renderImageWithDPI(0, RESOLUTION, ImageType.RGB);
            Graphics2D pen = page.createGraphics();
            pen.setRenderingHint(
                    java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.rotate(Math.toRadians(skewed), WIDTH / 2.0, HEIGHT / 2.0);
            pen.drawImage(print, 0, 0, null);
            pen.dispose();
        }
        return page;
    }
}
