package io.liasse.capture.page;

import io.liasse.capture.Reading.Cause;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.worker.RefusedException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** One page of a PDF file: its text layer if that is usable, its picture if not. */
final class PdfPage {
    /** Fewer visible letters than these over a page-filling image are a header or a stamp, not the text of the page. */
    static final int HEADER_LETTERS = 150;

    private static final int FEW_LETTERS = 10;
    private static final double MOST_UNKNOWN = 0.2;

    /** Cells along each side of the net that tells where pictures lie. */
    private static final int COARSE = 64;

    private static final int MOST_IMAGES = 5_000;
    static final double HALF = 0.5;
    private static final double WHOLE = 0.9;

    private final PDDocument document;
    private final int number;
    private final PDPage page;
    private final long mostPixels;

    PdfPage(PDDocument document, int number, long mostPixels) {
        this.document = document;
        this.number = number;
        this.page = document.getPage(number - 1);
        this.mostPixels = mostPixels;
    }

    /** Width as displayed, in points. */
    double width() {
        return sideways() ? crop().getHeight() : crop().getWidth();
    }

    /** Height as displayed, in points. */
    double height() {
        return sideways() ? crop().getWidth() : crop().getHeight();
    }

    private boolean sideways() {
        return page.getRotation() % 180 != 0;
    }

    private PDRectangle crop() {
        return page.getCropBox();
    }

    /**
     * The text layer, and whether to use it.
     *
     * @param layer null where there is none that can be used and something that could be recognised
     * @param because why: see {@link io.liasse.capture.Reading.ReadPage#because}
     * @param kept the words that one sees and that stay while the rest of the page is recognised
     * @param pictures where on the page pictures lie
     */
    record Choice(Layer.@Nullable Text layer, String because, Layer.Text kept, Net pictures) {
        /** For what is nothing but a picture. */
        static Choice recognise(String because) {
            return new Choice(null, because, Layer.Text.NONE, new Net(1, 1, 1));
        }
    }

    Choice layer() throws IOException {
        Layer.Text layer = Layer.of(document, number);
        PageContent content = PageContent.of(page);
        boolean few = TextQuality.letters(layer.text()) < FEW_LETTERS;
        // Fonts that name no letters often use the usual codes all the same; then the text shows it.
        boolean unknown = content.unknownLetters() > MOST_UNKNOWN * content.visibleLetters();
        if (unknown && (few || !TextQuality.usable(layer.text()))) {
            return Choice.recognise("letters-without-text");
        }
        return few ? nearlyEmpty(layer, content) : filled(layer, content);
    }

    private Choice nearlyEmpty(Layer.Text layer, PageContent content) {
        boolean drawn = !content.images().isEmpty() || content.paths() > 0;
        if (drawn || content.visibleLetters() > FEW_LETTERS) {
            return new Choice(null, "no-layer", kept(layer, content), pictures(content));
        }
        return new Choice(layer, layer.text().isEmpty() ? "empty-page" : "good-layer", layer, pictures(content));
    }

    private Choice filled(Layer.Text layer, PageContent content) {
        double imageShare = content.imageArea() / (crop().getWidth() * crop().getHeight());
        if (imageShare > HALF && TextQuality.letters(layer.text()) < HEADER_LETTERS) {
            return new Choice(null, "header-over-scan", kept(layer, content), pictures(content));
        }
        return TextQuality.usable(layer.text())
                ? new Choice(layer, "good-layer", layer, pictures(content))
                : Choice.recognise("garbled-layer");
    }

    /** Words that are seen and can be read are no rubbish. */
    private static Layer.Text kept(Layer.Text layer, PageContent content) {
        boolean seen = content.visibleLetters() >= HALF * layer.text().length();
        return seen && TextQuality.usable(layer.text()) ? layer : Layer.Text.NONE;
    }

    private Net pictures(PageContent content) {
        Net pictures = new Net(COARSE, width(), height());
        content.images().stream()
                .limit(MOST_IMAGES)
                .forEach(laid -> pictures.mark(Scan.Paper.whole(crop().getWidth(), crop().getHeight(), false)
                        .lying(bounds(laid.matrix()))
                        .turned(page.getRotation())
                        .place()));
        return pictures;
    }

    private Box bounds(Matrix matrix) {
        Rectangle2D bounds = matrix.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        return new Box(
                bounds.getX() - crop().getLowerLeftX(),
                crop().getUpperRightY() - bounds.getMaxY(),
                bounds.getWidth(),
                bounds.getHeight());
    }

    /** The picture of the page: its one image taken out if it is a scan, else drawn. */
    Scan scan(int resolution) throws IOException {
        PageContent content = PageContent.of(page);
        Optional<Scan> taken = content.visibleLetters() == 0
                        && content.paths() == 0
                        && content.images().size() == 1
                ? taken(content.images().getFirst())
                : Optional.empty();
        return taken.isPresent() ? taken.get() : drawn(resolution);
    }

    private Optional<Scan> taken(PageContent.Laid laid) throws IOException {
        if (!(laid.image() instanceof PDImageXObject image) || !fillsPage(laid.matrix()) || blended(image)) {
            return Optional.empty();
        }
        checkPixels((long) image.getWidth() * image.getHeight());
        Picture picture = decoded(image);
        Scan upright = new Scan(
                picture,
                new Scan.Paper(crop().getWidth(), crop().getHeight(), place(laid.matrix()), picture.depth() > 1, 0));
        if (page.getRotation() == 0) {
            return Optional.of(upright);
        }
        try (upright) {
            return Optional.of(upright.turned(page.getRotation()));
        }
    }

    private boolean fillsPage(Matrix matrix) {
        boolean level = Math.abs(matrix.getShearX()) < 0.01 && Math.abs(matrix.getShearY()) < 0.01;
        return level
                && matrix.getScaleX() > WHOLE * crop().getWidth()
                && matrix.getScaleY() > WHOLE * crop().getHeight()
                && matrix.getScaleX() < crop().getWidth() / WHOLE
                && matrix.getScaleY() < crop().getHeight() / WHOLE;
    }

    private static boolean blended(PDImageXObject image) throws IOException {
        return image.isStencil()
                || image.getSoftMask() != null
                || image.getMask() != null
                || image.getColorKeyMask() != null;
    }

    private Box place(Matrix matrix) {
        double left = matrix.getTranslateX() - crop().getLowerLeftX();
        double bottom = matrix.getTranslateY() - crop().getLowerLeftY();
        double height = matrix.getScaleY();
        return new Box(left, crop().getHeight() - bottom - height, matrix.getScaleX(), height);
    }

    private static Picture decoded(PDImageXObject image) throws IOException {
        Optional<Picture> plain = plainlyCoded(image) ? asItIs(image) : Optional.empty();
        return plain.isPresent() ? plain.get() : Picture.of(image.getImage(), 0);
    }

    /** A JPEG or JPEG 2000 in grey or RGB without tricks: its bytes are the picture. */
    private static boolean plainlyCoded(PDImageXObject image) throws IOException {
        List<COSName> filters = image.getStream().getFilters();
        boolean coded =
                filters.size() == 1 && (filters.contains(COSName.DCT_DECODE) || filters.contains(COSName.JPX_DECODE));
        return coded
                && image.getDecode() == null
                && List.of("DeviceGray", "DeviceRGB", "CalGray", "CalRGB").contains(colours(image));
    }

    private static String colours(PDImageXObject image) throws IOException {
        String name = image.getColorSpace().getName();
        boolean profiled = name.equals("ICCBased");
        return profiled
                ? List.of("", "DeviceGray", "", "DeviceRGB", "")
                        .get(image.getColorSpace().getNumberOfComponents())
                : name;
    }

    private static Optional<Picture> asItIs(PDImageXObject image) throws IOException {
        try (InputStream raw = image.getStream().getCOSObject().createRawInputStream()) {
            return Picture.decode(raw.readAllBytes());
        }
    }

    /** Draws the page, coarser where it is larger than any paper. */
    Scan drawn(int resolution) throws IOException {
        return new Scan(Picture.of(draw(resolution), resolution), Scan.Paper.whole(width(), height(), false));
    }

    private BufferedImage draw(int resolution) throws IOException {
        double pixels = width() * height() * resolution * resolution / (72 * 72);
        double most = Math.min(mostPixels, 40_000_000);
        double fitting = pixels > most ? resolution * Math.sqrt(most / pixels) : resolution;
        PDFRenderer renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImageWithDPI(number - 1, (float) fitting, ImageType.RGB);
    }

    private void checkPixels(long pixels) {
        if (pixels > mostPixels) {
            throw RefusedException.failed("application/pdf", Cause.TOO_MANY_PIXELS, pixels + " pixels");
        }
    }
}
