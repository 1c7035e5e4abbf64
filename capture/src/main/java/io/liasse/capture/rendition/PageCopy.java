package io.liasse.capture.rendition;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Copies a page into another document, and nothing that belongs to other pages: not their pictures, which may stand in a
 * dictionary that all pages share, and nothing that links, threads, forms and structure lead to.
 */
final class PageCopy {
    private static final List<COSName> LEADING_AWAY = names("StructParents", "B", "AA", "PieceInfo", "Tabs");
    private static final List<COSName> OF_ANNOTATIONS =
            names("P", "Parent", "Popup", "IRT", "Dest", "A", "AA", "PA", "StructParent", "Kids");

    private PageCopy() {}

    private static List<COSName> names(String... names) {
        return List.of(names).stream().map(COSName::getPDFName).toList();
    }

    /** Returns the copy. */
    static PDPage add(PDPage page, PDDocument target) throws IOException {
        PDPage copy = target.importPage(page);
        PDResources resources = page.getResources();
        if (resources != null) {
            copy.setResources(new PDResources(own(page, resources.getCOSObject())));
        }
        copy.setMediaBox(page.getMediaBox());
        copy.setCropBox(page.getCropBox());
        copy.setRotation(page.getRotation());
        LEADING_AWAY.forEach(copy.getCOSObject()::removeItem);
        annotations(copy.getCOSObject());
        return copy;
    }

    /** The resources with those pictures and forms only that the page draws. */
    private static COSDictionary own(PDPage page, COSDictionary all) throws IOException {
        COSDictionary own = new COSDictionary(all);
        if (all.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary shared && !borrows(shared)) {
            Set<COSName> drawn = drawn(page);
            COSDictionary kept = new COSDictionary();
            shared.keySet().stream().filter(drawn::contains).forEach(name -> kept.setItem(name, shared.getItem(name)));
            own.setItem(COSName.XOBJECT, kept);
        }
        return own;
    }

    /** Whether a form draws with the resources of the page. */
    private static boolean borrows(COSDictionary shared) {
        return shared.keySet().stream()
                .map(shared::getDictionaryObject)
                .anyMatch(each -> each instanceof COSStream form
                        && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))
                        && !form.containsKey(COSName.RESOURCES));
    }

    private static Set<COSName> drawn(PDPage page) throws IOException {
        Set<COSName> names = new HashSet<>();
        PDFStreamParser parser = new PDFStreamParser(page);
        Object before = null;
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator
                    && operator.getName().equals(OperatorName.DRAW_OBJECT)
                    && before instanceof COSName name) {
                names.add(name);
            }
            before = token;
        }
        return names;
    }

    private static void annotations(COSDictionary page) {
        if (!(page.getDictionaryObject(COSName.ANNOTS) instanceof COSArray shared)) {
            return;
        }
        COSArray own = new COSArray();
        for (int each = 0; each < shared.size(); each++) {
            COSBase annotation = shared.getObject(each);
            if (annotation instanceof COSDictionary some) {
                COSDictionary copy = new COSDictionary(some);
                OF_ANNOTATIONS.forEach(copy::removeItem);
                own.add(copy);
            }
        }
        page.setItem(COSName.ANNOTS, own);
    }
}
