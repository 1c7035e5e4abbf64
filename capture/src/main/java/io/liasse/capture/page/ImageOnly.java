package io.liasse.capture.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Pages that show images and nothing else: scans. */
public final class ImageOnly {
    private static final int MOST = 500;

    private ImageOnly() {}

    /** An image and the matrix that the unit square is put through to where it lies, in the page's own coordinates. */
    public record Laid(PDImageXObject image, Matrix matrix) {}

    /**
     * The images of a page in the order they are painted, where they are all that one sees and are painted plainly:
     * without blending or cutting, not written into the page's commands.
     */
    public static Optional<List<Laid>> of(PDPage page) throws IOException {
        PageContent content = PageContent.of(page);
        boolean only = content.visibleLetters() == 0 && content.paths() == 0 && !content.blendedOrCut();
        List<Laid> images = content.images().stream()
                .filter(each -> each.image() instanceof PDImageXObject)
                .map(each -> new Laid((PDImageXObject) each.image(), each.matrix()))
                .toList();
        boolean all = images.size() == content.images().size() && !images.isEmpty() && images.size() <= MOST;
        return only && all ? Optional.of(images) : Optional.empty();
    }
}
