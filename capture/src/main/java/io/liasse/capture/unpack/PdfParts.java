package io.liasse.capture.unpack;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.jspecify.annotations.Nullable;

/** Takes the files out that are attached to a PDF file (ISO 32000-1, 7.11.4). */
public final class PdfParts {
    private static final int DEEPEST = 32;

    private PdfParts() {}

    /** Writes all attached files. */
    public static void unpack(PDDocument document, Parts parts) throws IOException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        if (files != null) {
            unpack(files, parts, 0);
        }
    }

    private static void unpack(PDNameTreeNode<PDComplexFileSpecification> node, Parts parts, int depth)
            throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (Map.Entry<String, PDComplexFileSpecification> entry : names.entrySet()) {
                unpack(entry.getKey(), entry.getValue(), parts);
            }
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids != null && depth < DEEPEST) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : kids) {
                unpack(kid, parts, depth + 1);
            }
        }
    }

    private static @Nullable Instant modified(PDEmbeddedFile file) throws IOException {
        Calendar modified = file.getModDate();
        return modified == null ? null : modified.toInstant();
    }

    private static void unpack(String key, PDComplexFileSpecification specification, Parts parts) throws IOException {
        PDEmbeddedFile file = specification.getEmbeddedFileUnicode() == null
                ? specification.getEmbeddedFile()
                : specification.getEmbeddedFileUnicode();
        if (file != null) {
            String name = specification.getFilename() == null ? key : specification.getFilename();
            try (InputStream in = file.createInputStream()) {
                parts.add(new Parts.Entry(name, false, modified(file)), in);
            }
        }
    }
}
