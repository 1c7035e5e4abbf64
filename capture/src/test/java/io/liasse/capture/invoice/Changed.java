package io.liasse.capture.invoice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Changes the invoice inside a PDF file, but not what its page prints. */
final class Changed {
    private Changed() {}

    static void xml(Path from, Path to, String... pairs) throws IOException {
        try (PDDocument document = Loader.loadPDF(from.toFile())) {
            COSDictionary names = document.getDocumentCatalog().getNames().getCOSObject();
            COSArray files =
                    names.getCOSDictionary(COSName.getPDFName("EmbeddedFiles")).getCOSArray(COSName.NAMES);
            for (COSBase each : files) {
                COSBase real = each instanceof COSObject reference ? reference.getObject() : each;
                if (real instanceof COSDictionary specification) {
                    change(specification.getCOSDictionary(COSName.EF), pairs);
                }
            }
            document.save(to.toFile());
        }
    }

    private static void change(COSDictionary embedded, String... pairs) throws IOException {
        COSStream stream = embedded.getCOSStream(COSName.F);
        String xml;
        try (var in = stream.createInputStream()) {
            xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (int i = 0; i < pairs.length; i += 2) {
            xml = xml.replace(pairs[i], pairs[i + 1]);
        }
        try (var out = stream.createOutputStream()) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
    }
}
