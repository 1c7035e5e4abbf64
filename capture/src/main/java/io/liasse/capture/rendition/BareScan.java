package io.liasse.capture.rendition;

import io.liasse.capture.page.ImageOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;

/**
 * Reduces an opened PDF file that holds scanned pages only to these: the coded images as they are, where they lie. What is
 * left is as simple as PDF/A wants it; text that an earlier recognition had laid over the pages is gone.
 */
final class BareScan {
    /** What a file may have beside its pages that nobody misses when they are scans. */
    private static final Set<COSName> DISPENSABLE = names(
            "Type",
            "Pages",
            "Metadata",
            "Lang",
            "PageLayout",
            "PageMode",
            "ViewerPreferences",
            "Version",
            "OutputIntents",
            "MarkInfo",
            "StructTreeRoot",
            "PageLabels",
            "OpenAction",
            "Extensions");

    private static final Set<COSName> KEPT_OF_PAGE = names("UserUnit");

    private record Sheet(PDPage page, List<ImageOnly.Laid> images) {}

    private BareScan() {}

    static Set<COSName> names(String... names) {
        return java.util.Arrays.stream(names)
                .map(COSName::getPDFName)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** False, and nothing is changed, where there is more than plainly coded scans. */
    static boolean reduce(PDDocument document) throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        if (!dispensable(catalog)) {
            return false;
        }
        Optional<List<Sheet>> sheets = sheets(document);
        if (sheets.isEmpty()) {
            return false;
        }
        COSDictionary root = root(document, sheets.get());
        List.copyOf(catalog.keySet()).forEach(catalog::removeItem);
        catalog.setItem(COSName.TYPE, COSName.CATALOG);
        catalog.setItem(COSName.PAGES, root);
        document.getDocument().getTrailer().removeItem(COSName.INFO);
        return true;
    }

    private static boolean dispensable(COSDictionary catalog) {
        COSDictionary bookmarks = catalog.getCOSDictionary(COSName.OUTLINES);
        return catalog.keySet().stream()
                .allMatch(key -> DISPENSABLE.contains(key)
                        || (key.equals(COSName.OUTLINES)
                                && (bookmarks == null || !bookmarks.containsKey(COSName.FIRST))));
    }

    private static Optional<List<Sheet>> sheets(PDDocument document) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            boolean bare = page.getAnnotations().isEmpty() && !recoloured(page);
            Optional<List<ImageOnly.Laid>> images = bare ? ImageOnly.of(page) : Optional.empty();
            if (images.isEmpty() || !images.get().stream().allMatch(BareScan::plain)) {
                return Optional.empty();
            }
            sheets.add(new Sheet(page, images.get()));
        }
        return Optional.of(sheets);
    }

    private static boolean plain(ImageOnly.Laid laid) {
        return PlainImage.is(laid.image().getCOSObject());
    }

    /** Whether the page says what its device colours mean. */
    private static boolean recoloured(PDPage page) {
        COSDictionary spaces = page.getResources() == null
                ? null
                : page.getResources().getCOSObject().getCOSDictionary(COSName.COLORSPACE);
        return spaces != null && (spaces.containsKey("DefaultGray") || spaces.containsKey("DefaultRGB"));
    }

    private static COSDictionary root(PDDocument document, List<Sheet> sheets) throws IOException {
        COSDictionary root = new COSDictionary();
        COSArray kids = new COSArray();
        for (Sheet sheet : sheets) {
            COSDictionary page = page(document, sheet);
            page.setItem(COSName.PARENT, root);
            kids.add(page);
        }
        root.setItem(COSName.TYPE, COSName.PAGES);
        root.setItem(COSName.KIDS, kids);
        root.setInt(COSName.COUNT, kids.size());
        return root;
    }

    private static COSDictionary page(PDDocument document, Sheet sheet) throws IOException {
        COSDictionary page = new COSDictionary();
        page.setItem(COSName.TYPE, COSName.PAGE);
        page.setItem(COSName.MEDIA_BOX, sheet.page().getMediaBox().getCOSArray());
        page.setItem(COSName.CROP_BOX, sheet.page().getCropBox().getCOSArray());
        page.setItem(COSName.ROTATE, COSInteger.get(sheet.page().getRotation()));
        KEPT_OF_PAGE.forEach(
                key -> page.setItem(key, sheet.page().getCOSObject().getItem(key)));
        COSDictionary images = new COSDictionary();
        StringBuilder commands = new StringBuilder();
        for (int each = 0; each < sheet.images().size(); each++) {
            ImageOnly.Laid laid = sheet.images().get(each);
            COSStream image = laid.image().getCOSObject();
            PlainImage.prune(image);
            images.setItem("Im" + each, image);
            commands.append(command(laid.matrix(), each));
        }
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.XOBJECT, images);
        page.setItem(COSName.RESOURCES, resources);
        page.setItem(COSName.CONTENTS, stream(document, commands.toString()));
        return page;
    }

    private static String command(Matrix matrix, int number) {
        return String.format(
                Locale.ROOT,
                "q %.4f %.4f %.4f %.4f %.4f %.4f cm /Im%d Do Q%n",
                matrix.getScaleX(),
                matrix.getShearY(),
                matrix.getShearX(),
                matrix.getScaleY(),
                matrix.getTranslateX(),
                matrix.getTranslateY(),
                number);
    }

    private static COSStream stream(PDDocument document, String commands) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(commands.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
