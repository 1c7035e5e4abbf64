package io.liasse.capture.rendition;

import io.liasse.capture.DivideOrder;
import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.Derived.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * Writes ALTO files of pages of other ALTO files of ours, numbered anew and turned where that is wanted. Each of these is gone through once; its pages lie
 * in a file each until then, so that no more than one is in memory.
 */
final class AltoSelection {
    private static final QName NUMBER = new QName("PHYSICAL_IMG_NR");
    private static final QName ID = new QName("ID");

    private final XMLEventFactory events = XMLEventFactory.newFactory();
    private final XMLInputFactory input = XMLInputFactory.newFactory();
    private final XMLOutputFactory output = XMLOutputFactory.newFactory();
    private final Map<String, Becomes> becomes = new HashMap<>();
    private final Path folder;

    /** What a page is called in the new file, and how far it is turned clockwise. */
    private record Becomes(int number, int turn) {}

    private AltoSelection(DivideOrder order) throws IOException {
        input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        folder = Files.createDirectories(order.folder().resolve("alto"));
        for (DivideOrder.Wanted wanted : order.wanted()) {
            int number = 0;
            for (DivideOrder.PageOf page : wanted.pages()) {
                becomes.put(name(page.from(), page.number()), new Becomes(++number, page.turn()));
            }
        }
    }

    /** Takes all pages apart that the order wants. */
    static AltoSelection of(DivideOrder order) throws IOException {
        AltoSelection selection = new AltoSelection(order);
        int from = 0;
        for (DivideOrder.From each : order.from()) {
            selection.take(from++, each.alto());
        }
        return selection;
    }

    /** Puts these pages together. */
    Derived write(List<DivideOrder.PageOf> pages, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Alto.BEGINNING.getBytes(StandardCharsets.UTF_8));
            for (DivideOrder.PageOf page : pages) {
                Path part = file(page.from(), page.number());
                if (Files.exists(part)) {
                    Files.copy(part, out);
                }
            }
            out.write(Alto.END.getBytes(StandardCharsets.UTF_8));
        }
        return new Derived(Kind.ALTO, 0, file, "application/xml");
    }

    private static String name(int from, int number) {
        return from + "-" + number;
    }

    private Path file(int from, int number) {
        return folder.resolve(name(from, number) + ".xml");
    }

    private void take(int from, Path alto) throws IOException {
        try (InputStream in = Files.newInputStream(alto)) {
            XMLEventReader reader = input.createXMLEventReader(in, "UTF-8");
            while (reader.hasNext()) {
                XMLEvent event = reader.nextEvent();
                if (event.isStartElement() && isPage(event.asStartElement().getName())) {
                    page(from, event.asStartElement(), reader);
                }
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static boolean isPage(QName name) {
        return name.getLocalPart().equals("Page");
    }

    private void page(int from, StartElement start, XMLEventReader reader) throws IOException, XMLStreamException {
        int number = Integer.parseInt(start.getAttributeByName(NUMBER).getValue());
        Becomes next = becomes.get(name(from, number));
        if (next == null) {
            return;
        }
        AltoTurn turn = AltoTurn.of(start, next.turn());
        try (OutputStream out = Files.newOutputStream(file(from, number))) {
            XMLEventWriter writer = output.createXMLEventWriter(out, "UTF-8");
            writer.add(renumbered(turn.turned(start), next.number()));
            XMLEvent event;
            do {
                event = reader.nextEvent();
                writer.add(event.isStartElement() ? turn.turned(event.asStartElement()) : event);
            } while (!event.isEndElement() || !isPage(event.asEndElement().getName()));
            writer.close();
        }
    }

    private StartElement renumbered(StartElement start, int number) {
        List<Attribute> attributes = new ArrayList<>();
        for (Iterator<Attribute> each = start.getAttributes(); each.hasNext(); ) {
            Attribute attribute = each.next();
            if (attribute.getName().equals(NUMBER)) {
                attributes.add(events.createAttribute(NUMBER, Integer.toString(number)));
            } else if (attribute.getName().equals(ID)) {
                attributes.add(events.createAttribute(ID, "page" + number));
            } else {
                attributes.add(attribute);
            }
        }
        return events.createStartElement(start.getName(), attributes.iterator(), start.getNamespaces());
    }
}
