package io.liasse.capture.rendition;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.jspecify.annotations.Nullable;

/**
 * What a PDF file says to be PDF/A-2b (ISO 19005-2, level B): metadata, the colours it is meant for (sRGB), its version
 * and an identifier. The caller sees to it that the rest of the file keeps the standard.
 */
final class PdfA {
    private static final float VERSION = 1.7f;
    private static final String COLOURS = "sRGB IEC61966-2.1";

    /** ISO 32000-1, annex C: no side of a page is longer or shorter, in points. */
    private static final float LONGEST = 14_400;

    private static final float SHORTEST = 3;

    private static final int MOST_METADATA = 1 << 20;

    private static final String METADATA = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
              <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
                  <pdfaid:part>2</pdfaid:part>
                  <pdfaid:conformance>B</pdfaid:conformance>
                </rdf:Description>{title}
              </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;

    private static final String TITLE = """

                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
                  <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
                </rdf:Description>""";

    private PdfA() {}

    /** Makes the file say so, if its pages have a size that the standard knows. The same source gives the same identifier. */
    static void claim(PDDocument document, @Nullable String title, Path source) throws IOException {
        if (!sized(document)) {
            return;
        }
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(metadata(title).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        catalog.setOutputIntents(List.of(intent(document)));
        document.getDocument().setVersion(VERSION);
        document.getDocument().getTrailer().removeItem(COSName.ID);
        document.setDocumentId(checksum(source));
    }

    /** Takes back what the file said, since nobody has looked whether it still holds. */
    static void disclaim(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return;
        }
        try (InputStream in = metadata.exportXMPMetadata()) {
            String written = new String(in.readNBytes(MOST_METADATA), StandardCharsets.ISO_8859_1);
            if (written.contains("pdfaid")) {
                document.getDocumentCatalog().setMetadata(null);
            }
        }
    }

    private static boolean sized(PDDocument document) {
        for (var page : document.getPages()) {
            for (var box : List.of(page.getMediaBox(), page.getCropBox())) {
                float shorter = Math.min(box.getWidth(), box.getHeight());
                if (shorter < SHORTEST || Math.max(box.getWidth(), box.getHeight()) > LONGEST) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String metadata(@Nullable String title) {
        String printable = title == null ? "" : Alto.printable(title).strip();
        String escaped = printable.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return METADATA.replace("{title}", escaped.isEmpty() ? "" : TITLE.replace("{title}", escaped));
    }

    private static PDOutputIntent intent(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(COLOURS);
        intent.setOutputCondition(COLOURS);
        intent.setOutputConditionIdentifier(COLOURS);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }

    private static long checksum(Path source) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(source), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.getValue();
    }
}
