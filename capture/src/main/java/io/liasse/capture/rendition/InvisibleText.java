package io.liasse.capture.rendition;

import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Lays the words of a page over it in rendering mode 3 (ISO 32000-1, 9.3.6): each starts where the word starts, is as
 * wide as the word and as high as its line, on turned pages too. On slanting lines words are laid level, in steps: readers
 * of PDF that take a line apart by its letters' heights would cut slanting words into pieces. A word parted at the end of a line ends in the plain hyphen, at which readers of PDF put the halves together again.
 */
final class InvisibleText {
    private static final COSName FONT = COSName.getPDFName("LiasseInvisible");

    private final PDDocument document;
    private final COSDictionary font;

    InvisibleText(PDDocument document) throws IOException {
        this.document = document;
        this.font = GlyphlessFont.in(document);
    }

    /** Adds the words to a page whose rotation is final. */
    void lay(PageWords words, PDPage page) throws IOException {
        if (words.words().isEmpty()) {
            return;
        }
        addFont(page);
        append(page, commands(words, toUserSpace(page)));
    }

    /** Takes the words away again that were laid over a page. */
    static void lift(PDPage page) {
        PDResources resources = page.getResources();
        COSDictionary fonts =
                resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.FONT);
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (fonts == null
                || !fonts.containsKey(FONT)
                || !(contents instanceof COSArray streams)
                || streams.size() < 2) {
            return;
        }
        COSArray own = new COSArray();
        for (int each = 0; each < streams.size() - 1; each++) {
            own.add(streams.get(each));
        }
        COSStream end = new COSStream();
        try (OutputStream out = end.createOutputStream()) {
            out.write("Q\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        own.add(end);
        page.getCOSObject().setItem(COSName.CONTENTS, own);
        COSDictionary others = new COSDictionary(fonts);
        others.removeItem(FONT);
        COSDictionary kept = new COSDictionary(resources.getCOSObject());
        kept.setItem(COSName.FONT, others);
        page.setResources(new PDResources(kept));
    }

    private void addFont(PDPage page) {
        PDResources resources = page.getResources() == null ? new PDResources() : page.getResources();
        COSDictionary all = resources.getCOSObject();
        COSDictionary fonts = all.getCOSDictionary(COSName.FONT);
        if (fonts == null) {
            fonts = new COSDictionary();
            all.setItem(COSName.FONT, fonts);
        }
        fonts.setItem(FONT, font);
        page.setResources(resources);
    }

    /** From the page as displayed (points, origin top left, y downwards) to the page's own coordinates. */
    private static AffineTransform toUserSpace(PDPage page) {
        PDRectangle crop = page.getCropBox();
        double left = crop.getLowerLeftX();
        double bottom = crop.getLowerLeftY();
        double right = crop.getUpperRightX();
        double top = crop.getUpperRightY();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, left, bottom);
            case 180 -> new AffineTransform(-1, 0, 0, 1, right, bottom);
            case 270 -> new AffineTransform(0, -1, -1, 0, right, top);
            default -> new AffineTransform(1, 0, 0, -1, left, top);
        };
    }

    private static String commands(PageWords words, AffineTransform toUserSpace) {
        StringBuilder commands = new StringBuilder("Q\nq BT 3 Tr\n");
        PartedWords parted = new PartedWords(words.words());
        for (TextLine line : TextLine.of(words)) {
            for (int each = 0; each < line.words().size(); each++) {
                PageWord word = line.words().get(each);
                String text = parted.goesOn(line.first() + each) ? PartedWords.withoutHyphen(word) + "-" : word.text();
                append(commands, line, word, parted.goesOn(line.first() + each) ? text : text + " ", toUserSpace);
            }
        }
        return commands.append("ET Q\n").toString();
    }

    /** The text is the word and what parts it from the next; the word alone fills its width. */
    private static void append(
            StringBuilder commands, TextLine line, PageWord word, String text, AffineTransform toUserSpace) {
        double size = line.height();
        double natural = GlyphlessFont.WIDTH * size * text.stripTrailing().length();
        if (natural <= 0 || word.width() <= 0) {
            return;
        }
        Point2D start = line.start(word);
        AffineTransform place = new AffineTransform(toUserSpace);
        place.translate(start.getX(), start.getY());
        place.scale(1, -1);
        commands.append(String.format(
                Locale.ROOT,
                "/%s %.3f Tf %.3f Tz %.5f %.5f %.5f %.5f %.3f %.3f Tm <%s> Tj\n",
                FONT.getName(),
                size,
                100 * word.width() / natural,
                place.getScaleX(),
                place.getShearY(),
                place.getShearX(),
                place.getScaleY(),
                place.getTranslateX(),
                place.getTranslateY(),
                hexadecimal(text)));
    }

    private static String hexadecimal(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(unit -> digits.append(String.format(Locale.ROOT, "%04X", unit)));
        return digits.toString();
    }

    /** Puts the page's own content between q and Q, so that whatever it leaves behind does not move the words. */
    private void append(PDPage page, String commands) throws IOException {
        COSArray contents = new COSArray();
        contents.add(stream("q\n"));
        COSBase own = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (own instanceof COSArray several) {
            several.forEach(contents::add);
        } else if (own instanceof COSStream one) {
            contents.add(one);
        }
        contents.add(stream(commands));
        page.getCOSObject().setItem(COSName.CONTENTS, contents);
    }

    private COSStream stream(String commands) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(commands.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
