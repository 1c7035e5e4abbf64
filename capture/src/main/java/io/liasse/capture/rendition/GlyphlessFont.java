package io.liasse.capture.rendition;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A font without shapes for text that is found but not seen: every character is half an em wide and an em high, its code
 * is its UTF-16 code. Built like the one in Tesseract's PDF files, with the same 572-byte font program (Apache-2.0).
 */
final class GlyphlessFont {
    /** Width of every character, in em. */
    static final double WIDTH = 0.5;

    private static final String PROGRAM = "/tessdata/pdf.ttf";
    private static final int CODES = 65_536;
    private static final COSName FONT_NAME = COSName.getPDFName("GlyphLessFont");

    private GlyphlessFont() {}

    /** The font's dictionary, made for one document. */
    static COSDictionary in(PDDocument document) throws IOException {
        COSDictionary font = dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setItem(COSName.BASE_FONT, FONT_NAME);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        COSArray descendants = new COSArray();
        descendants.add(descendant(document));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII)));
        return font;
    }

    private static COSDictionary descendant(PDDocument document) throws IOException {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        COSDictionary font = dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setItem(COSName.BASE_FONT, FONT_NAME);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.CID_TO_GID_MAP, stream(document, everyCodeToGlyphOne()));
        font.setInt(COSName.DW, (int) (1000 * WIDTH));
        font.setItem(COSName.FONT_DESC, descriptor(document));
        return font;
    }

    private static COSDictionary descriptor(PDDocument document) throws IOException {
        COSDictionary descriptor = dictionary("FontDescriptor");
        descriptor.setItem(COSName.FONT_NAME, FONT_NAME);
        descriptor.setInt(COSName.FLAGS, 5);
        descriptor.setItem(COSName.FONT_BBOX, box());
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 1000);
        descriptor.setInt(COSName.DESCENT, 0);
        descriptor.setInt(COSName.CAP_HEIGHT, 1000);
        descriptor.setInt(COSName.STEM_V, 80);
        descriptor.setItem(COSName.FONT_FILE2, stream(document, program()));
        return descriptor;
    }

    private static COSArray box() {
        COSArray box = new COSArray();
        for (int side : new int[] {0, 0, (int) (1000 * WIDTH), 1000}) {
            box.add(COSInteger.get(side));
        }
        return box;
    }

    private static COSDictionary dictionary(String type) {
        COSDictionary dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.getPDFName(type));
        return dictionary;
    }

    private static COSStream stream(PDDocument document, byte[] bytes) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return stream;
    }

    private static byte[] program() throws IOException {
        try (InputStream in = GlyphlessFont.class.getResourceAsStream(PROGRAM)) {
            if (in == null) {
                throw new FileNotFoundException("The class path has no " + PROGRAM);
            }
            return in.readAllBytes();
        }
    }

    private static byte[] everyCodeToGlyphOne() {
        byte[] map = new byte[2 * CODES];
        Arrays.fill(map, (byte) 0);
        for (int code = 0; code < CODES; code++) {
            map[2 * code + 1] = 1;
        }
        return map;
    }

    /** ISO 32000-1, 9.10.3: ranges may vary in the last byte only, and a section has at most a hundred of them. */
    private static String toUnicode() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identify-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int from = 0; from < 256; from += 64) {
            map.append("64 beginbfrange\n");
            for (int high = from; high < from + 64; high++) {
                map.append(String.format(Locale.ROOT, "<%1$02X00> <%1$02XFF> <%1$02X00>%n", high));
            }
            map.append("endbfrange\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }
}
