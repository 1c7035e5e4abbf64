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
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the words of all pages with their places as ALTO 4 (Library of Congress), in tenths of a millimetre of the page as
 * it stands upright. Words parted at the end of a line are halves that say what the whole word is.
 */
final class Alto {
    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";

    /** What stands before the pages, and after them. */
    static final String BEGINNING = """
            <?xml version="1.0" encoding="UTF-8"?><alto xmlns="%s"><Description>\
            <MeasurementUnit>mm10</MeasurementUnit></Description><Layout>""".formatted(NAMESPACE);

    static final String END = "</Layout></alto>";

    private static final double LEAST_SLOPE = 0.05;
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
        xml.writeAttribute("SCHEMAVERSION", "4.4");
        xml.writeStartElement("Description");
        xml.writeStartElement("MeasurementUnit");
        xml.writeCharacters("mm10");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("Layout");
        for (int page = 1; page <= task.pages(); page++) {
            if (Files.exists(PageWords.file(task.source().folder(), page))) {
                page(page, PageWords.read(task.source().folder(), page), task.language(page));
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void page(int number, PageWords words, @Nullable String language) throws XMLStreamException {
        xml.writeStartElement("Page");
        xml.writeAttribute("ID", "page" + number);
        xml.writeAttribute("PHYSICAL_IMG_NR", Integer.toString(number));
        xml.writeAttribute("WIDTH", length(words.width()));
        xml.writeAttribute("HEIGHT", length(words.height()));
        xml.writeStartElement("PrintSpace");
        box(0, 0, words.width(), words.height());
        List<PageWord> all = words.words();
        PartedWords parted = new PartedWords(all);
        for (int from = 0, to; from < all.size(); from = to) {
            to = end(all, from, PageWord::block);
            start("TextBlock", "block");
            box(all.subList(from, to));
            slope(words.slope());
            if (language != null) {
                xml.writeAttribute("LANG", language);
            }
            lines(all, from, to, parted);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    /** The first index behind {@code from} whose word belongs elsewhere. */
    private static int end(List<PageWord> words, int from, ToIntFunction<PageWord> place) {
        int to = from + 1;
        while (to < words.size() && place.applyAsInt(words.get(to)) == place.applyAsInt(words.get(from))) {
            to++;
        }
        return to;
    }

    /** In degrees counterclockwise. */
    private void slope(double degrees) throws XMLStreamException {
        if (Math.abs(degrees) >= LEAST_SLOPE) {
            xml.writeAttribute("ROTATION", String.format(Locale.ROOT, "%.2f", degrees));
        }
    }

    private void lines(List<PageWord> all, int begin, int end, PartedWords parted) throws XMLStreamException {
        for (int from = begin, to; from < end; from = to) {
            to = Math.min(end, end(all, from, PageWord::line));
            start("TextLine", "line");
            box(all.subList(from, to));
            for (int each = from; each < to; each++) {
                word(all.get(each), each, parted);
            }
            xml.writeEndElement();
        }
    }

    private void word(PageWord word, int index, PartedWords parted) throws XMLStreamException {
        if (parted.goesOn(index)) {
            firstHalf(word, parted.whole(index));
            return;
        }
        start("String", "word");
        box(List.of(word));
        xml.writeAttribute("CONTENT", printable(word.text()));
        confidence(word);
        if (parted.began(index)) {
            substitute("HypPart2", parted.whole(index - 1));
        }
        xml.writeEndElement();
    }

    /** The half without the hyphen, and the hyphen: as if every letter were as wide. */
    private void firstHalf(PageWord word, String whole) throws XMLStreamException {
        double half = word.width() * (word.text().length() - 1) / word.text().length();
        double top = word.y() - word.height();
        start("String", "word");
        box(word.x(), top, half, word.height());
        xml.writeAttribute("CONTENT", printable(PartedWords.withoutHyphen(word)));
        confidence(word);
        substitute("HypPart1", whole);
        xml.writeEndElement();
        xml.writeStartElement("HYP");
        box(word.x() + half, top, word.width() - half, word.height());
        xml.writeAttribute("CONTENT", word.text().substring(word.text().length() - 1));
        xml.writeEndElement();
    }

    private void confidence(PageWord word) throws XMLStreamException {
        xml.writeAttribute("WC", String.format(Locale.ROOT, "%.2f", Math.clamp(word.confidence(), 0, 1)));
    }

    private void substitute(String half, String whole) throws XMLStreamException {
        xml.writeAttribute("SUBS_TYPE", half);
        xml.writeAttribute("SUBS_CONTENT", printable(whole));
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
    static String printable(String text) {
        return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }
}
