package io.liasse.capture.rendition;

import io.liasse.capture.PlacedWord;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the words of one page out of an ALTO file that {@link Alto} or {@link AltoSelection} wrote. */
public final class AltoPage {
    private static final int MOST_WORDS = 50_000;

    private final List<PlacedWord> words = new ArrayList<>();
    private final XMLStreamReader xml;
    private double width;
    private double height;

    private AltoPage(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** None when the page is not in the file, or the file is no ALTO of ours. */
    public static List<PlacedWord> read(InputStream alto, int page) throws IOException {
        XMLInputFactory input = XMLInputFactory.newFactory();
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = input.createXMLStreamReader(new ShortTags(alto), "UTF-8");
            return new AltoPage(xml).page(page);
        } catch (XMLStreamException | NumberFormatException notOurs) {
            return List.of();
        }
    }

    private List<PlacedWord> page(int page) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && isPage(page)) {
                width = number("WIDTH");
                height = number("HEIGHT");
                return width > 0 && height > 0 ? words() : List.of();
            }
        }
        return List.of();
    }

    private boolean isPage(int page) {
        return xml.getLocalName().equals("Page")
                && Integer.toString(page).equals(xml.getAttributeValue(null, "PHYSICAL_IMG_NR"));
    }

    private List<PlacedWord> words() throws XMLStreamException {
        while (xml.hasNext() && words.size() < MOST_WORDS) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Page")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                element();
            }
        }
        return List.copyOf(words);
    }

    private void element() {
        switch (xml.getLocalName()) {
            case "String" -> add(word());
            case "HYP" -> hyphen(word());
            default -> {}
        }
    }

    private void add(@Nullable PlacedWord word) {
        if (word != null) {
            words.add(word);
        }
    }

    /** It belongs to the half of a word before it. */
    private void hyphen(@Nullable PlacedWord hyphen) {
        if (hyphen != null && !words.isEmpty()) {
            PlacedWord half = words.removeLast();
            double right = Math.max(half.x() + half.width(), hyphen.x() + hyphen.width());
            words.add(new PlacedWord(half.text() + hyphen.text(), half.x(), half.y(), right - half.x(), half.height()));
        }
    }

    private @Nullable PlacedWord word() {
        String text = xml.getAttributeValue(null, "CONTENT");
        if (text == null || text.isBlank()) {
            return null;
        }
        return new PlacedWord(
                text,
                share(number("HPOS") / width),
                share(number("VPOS") / height),
                share(number("WIDTH") / width),
                share(number("HEIGHT") / height));
    }

    private double number(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Double.parseDouble(value);
    }

    private static double share(double value) {
        return Double.isFinite(value) ? Math.clamp(value, 0, 1) : 0;
    }

    /** Ends where a tag is longer than any of ours, so that no attribute fills the memory. */
    private static final class ShortTags extends FilterInputStream {
        private static final int LONGEST = 1 << 16;
        private int length;

        ShortTags(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int read = read(one, 0, 1);
            return read < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int read = super.read(buffer, offset, wanted);
            for (int at = 0; at < read; at++) {
                length = buffer[offset + at] == '<' ? 0 : length + 1;
                if (length > LONGEST) {
                    return at == 0 ? -1 : at;
                }
            }
            return read;
        }
    }
}
