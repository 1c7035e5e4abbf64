package io.liasse.capture.page;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
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

    private final List<Laid> images = new ArrayList<>();
    private int visibleLetters;
    private int unknownLetters;
    private int paths;
    private Point2D current = new Point2D.Float();

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
        images.add(new Laid(image, getGraphicsState().getCurrentTransformationMatrix()));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        current = p0;
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        current = new Point2D.Float(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Float(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void strokePath() {
        paths++;
    }

    @Override
    public void fillPath(int windingRule) {
        paths++;
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        paths++;
    }

    @Override
    public void shadingFill(COSName name) {
        paths++;
    }
}
