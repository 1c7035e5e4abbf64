package io.liasse.capture.page;

import java.awt.geom.GeneralPath;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Runs through what a PDF page draws, without drawing it: which images where, how many visible letters, how many lines. */
final class PageContent extends PDFGraphicsStreamEngine {
    /** An image and where it is laid, as the matrix that the unit square is put through. */
    record Laid(PDImage image, Matrix matrix) {
        double area() {
            return Math.abs(matrix.getScaleX() * matrix.getScaleY() - matrix.getShearX() * matrix.getShearY());
        }
    }

    /** Less than this at the edges of an image is no loss, in points. */
    private static final double EDGE = 2;

    private final List<Laid> images = new ArrayList<>();
    private int visibleLetters;
    private int unknownLetters;
    private int paths;
    private boolean blendedOrCut;
    private Point2D current = new Point2D.Float();
    private final GeneralPath path = new GeneralPath();
    private int rectangles;
    private boolean otherLines;

    private PageContent(PDPage page) {
        super(page);
    }

    static PageContent of(PDPage page) throws IOException {
        PageContent content = new PageContent(page);
        content.processPage(page);
        return content;
    }

    List<Laid> images() {
        return images;
    }

    /** The visible letters it draws. */
    int visibleLetters() {
        return visibleLetters;
    }

    /** Those of them of which the font does not tell which they are. */
    int unknownLetters() {
        return unknownLetters;
    }

    /** The lines and areas it draws. */
    int paths() {
        return paths;
    }

    /** Whether an image is seen through, or cut by a clipping path. */
    boolean blendedOrCut() {
        return blendedOrCut;
    }

    /** Area of all images, overlaps counted twice, in square points. */
    double imageArea() {
        return images.stream().mapToDouble(Laid::area).sum();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        if (mode != RenderingMode.NEITHER && mode != RenderingMode.NEITHER_CLIP) {
            visibleLetters++;
            unknownLetters += font.toUnicode(code) == null ? 1 : 0;
        }
    }

    @Override
    public void drawImage(PDImage image) {
        PDGraphicsState state = getGraphicsState();
        blendedOrCut |= state.getNonStrokeAlphaConstant() < 1
                || state.getSoftMask() != null
                || !BlendMode.NORMAL.equals(state.getBlendMode())
                || state.getTransfer() != null
                || cut(state);
        images.add(new Laid(image, getGraphicsState().getCurrentTransformationMatrix()));
    }

    /** Whether the clipping path leaves out more of the image than its edges. */
    private boolean cut(PDGraphicsState state) {
        Matrix matrix = state.getCurrentTransformationMatrix();
        Rectangle2D square = new Rectangle2D.Double(0, 0, 1, 1);
        Rectangle2D image =
                matrix.createAffineTransform().createTransformedShape(square).getBounds2D();
        Rectangle2D page = getPage().getCropBox().toGeneralPath().getBounds2D();
        Rectangle2D seen = image.createIntersection(page);
        boolean large = seen.getWidth() > 2 * EDGE && seen.getHeight() > 2 * EDGE;
        return large
                && !state.getCurrentClippingPath()
                        .contains(
                                seen.getX() + EDGE,
                                seen.getY() + EDGE,
                                seen.getWidth() - 2 * EDGE,
                                seen.getHeight() - 2 * EDGE);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        current = p0;
        path.moveTo(p0.getX(), p0.getY());
        for (Point2D corner : List.of(p1, p2, p3)) {
            path.lineTo(corner.getX(), corner.getY());
        }
        path.closePath();
        rectangles++;
    }

    /** Only rectangles are followed; of other shapes it is enough that they cut. */
    @Override
    public void clip(int windingRule) {
        if (rectangles == 1 && !otherLines) {
            getGraphicsState().intersectClippingPath(new GeneralPath(path));
        } else {
            blendedOrCut = true;
        }
    }

    private void forgetPath() {
        path.reset();
        rectangles = 0;
        otherLines = false;
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        current = new Point2D.Float(x, y);
        otherLines = true;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Float(x3, y3);
        otherLines = true;
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {
        forgetPath();
    }

    @Override
    public void strokePath() {
        paths++;
        forgetPath();
    }

    @Override
    public void fillPath(int windingRule) {
        paths++;
        forgetPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        paths++;
        forgetPath();
    }

    @Override
    public void shadingFill(COSName name) {
        paths++;
    }
}
