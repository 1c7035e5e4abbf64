package io.liasse.capture.rendition;

import io.liasse.capture.DivideOrder;
import io.liasse.capture.signature.Signatures;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;

/** Puts all pages of a file into another order and turns them, and leaves everything else of the file as it is. */
final class PageMoves {
    private PageMoves() {}

    /** Whether no page is missing; of a signed file the result would bear a signature that does not hold. */
    static boolean possible(PDDocument document, List<DivideOrder.PageOf> pages) throws IOException {
        long different =
                pages.stream().map(DivideOrder.PageOf::number).distinct().count();
        return different == pages.size() && pages.size() == document.getNumberOfPages() && !Signatures.in(document);
    }

    /** The document cannot be used for other things afterwards. */
    static void write(PDDocument document, List<DivideOrder.PageOf> pages, Path file) throws IOException {
        List<PDPage> moved = new ArrayList<>();
        for (DivideOrder.PageOf each : pages) {
            moved.add(turned(document.getPage(each.number() - 1), each.turn()));
        }
        PDPageTree tree = new PDPageTree();
        document.getDocumentCatalog().getCOSObject().setItem(COSName.PAGES, tree.getCOSObject());
        moved.forEach(tree::add);
        document.setAllSecurityToBeRemoved(true);
        document.save(file.toFile());
    }

    /** With all that it had from the branch it hung on. */
    private static PDPage turned(PDPage page, int degrees) {
        page.setMediaBox(page.getMediaBox());
        page.setCropBox(page.getCropBox());
        page.setRotation(Math.floorMod(page.getRotation() + degrees, 360));
        if (page.getResources() != null) {
            page.setResources(page.getResources());
        }
        return page;
    }
}
