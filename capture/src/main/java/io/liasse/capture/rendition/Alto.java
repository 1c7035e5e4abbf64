package io.liasse.capture.rendition;

import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.Derived.Kind;
import io.liasse.capture.page.PageWord;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the words of all pages with their places as ALTO 4 (Library of Congress), in tenths of a millimetre. */
final class Alto {
    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
    private static final double TENTHS_OF_MILLIMETRE = 254.0 / 72;

    private final XMLStreamWriter xml;
    private int ids;

    private Alto(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static Derived write(Task.Assemble task) throws IOException {
        Path file = task.source().folder().resolve("document.alto.xml");
        try (Writer out = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            new Alto(xml).document(task);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return new Derived(Kind.ALTO, 0, file, "application/xml");
    }

    private void document(Task.Assemble task) throws XMLStreamException, IOException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("alto");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("Description");
        xml.writeStartElement("MeasurementUnit");
        xml.writeCharacters("mm10");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("Layout");
        for (int page = 1; page <= task.pages(); page++) {
            if (Files.exists(PageWords.file(task.source().folder(), page))) {
                page(page, PageWords.read(task.source().folder(), page));
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void page(int number, PageWords words) throws XMLStreamException {
        xml.writeStartElement("Page");
        xml.writeAttribute("ID", "page" + number);
        xml.writeAttribute("PHYSICAL_IMG_NR", Integer.toString(number));
        xml.writeAttribute("WIDTH", length(words.width()));
        xml.writeAttribute("HEIGHT", length(words.height()));
        xml.writeStartElement("PrintSpace");
        box(0, 0, words.width(), words.height());
        blocks(words);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void blocks(PageWords words) throws XMLStreamException {
        List<PageWord> all = words.words();
        for (int from = 0, to; from < all.size(); from = to) {
            to = from + 1;
            while (to < all.size() && all.get(to).block() == all.get(from).block()) {
                to++;
            }
            start("TextBlock", "block");
            box(all.subList(from, to));
            lines(all.subList(from, to));
            xml.writeEndElement();
        }
    }

    private void lines(List<PageWord> block) throws XMLStreamException {
        for (int from = 0, to; from < block.size(); from = to) {
            to = from + 1;
            while (to < block.size() && block.get(to).line() == block.get(from).line()) {
                to++;
            }
            start("TextLine", "line");
            box(block.subList(from, to));
            for (PageWord word : block.subList(from, to)) {
                word(word);
            }
            xml.writeEndElement();
        }
    }

    private void word(PageWord word) throws XMLStreamException {
        start("String", "word");
        box(List.of(word));
        xml.writeAttribute("CONTENT", printable(word.text()));
        xml.writeAttribute("WC", String.format(Locale.ROOT, "%.2f", word.confidence()));
        xml.writeEndElement();
    }

    private void start(String element, String kind) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("ID", kind + ++ids);
    }

    private void box(List<PageWord> words) throws XMLStreamException {
        double left = words.stream().mapToDouble(PageWord::x).min().orElse(0);
        double right = words.stream()
                .mapToDouble(word -> word.x() + word.width())
                .max()
                .orElse(0);
        double top = words.stream()
                .mapToDouble(word -> word.y() - word.height())
                .min()
                .orElse(0);
        double bottom = words.stream().mapToDouble(PageWord::y).max().orElse(0);
        box(left, top, right - left, bottom - top);
    }

    private void box(double left, double top, double width, double height) throws XMLStreamException {
        xml.writeAttribute("HPOS", length(left));
        xml.writeAttribute("VPOS", length(top));
        xml.writeAttribute("WIDTH", length(width));
        xml.writeAttribute("HEIGHT", length(height));
    }

    private static String length(double points) {
        return String.format(Locale.ROOT, "%.1f", points * TENTHS_OF_MILLIMETRE);
    }

    /** Without the characters that XML 1.0 cannot hold. */
    private static String printable(String text) {
        return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
