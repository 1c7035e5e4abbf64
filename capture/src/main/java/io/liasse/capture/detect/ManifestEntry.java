package io.liasse.capture.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * A file in an OpenDocument package, as its manifest describes it (OpenDocument 1.2 part 3, section 4).
 *
 * @param lock how it is encrypted, as {@code element/attribute} with its value; empty where it is not
 */
record ManifestEntry(String path, String mediaType, Map<String, String> lock) {
    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    ManifestEntry {
        lock = Map.copyOf(lock);
    }

    boolean locked() {
        return !lock.isEmpty();
    }

    /** Whether the manifest holds a checksum of what is encrypted. */
    boolean checked() {
        return lock.containsKey("encryption-data/checksum") && lock.containsKey("encryption-data/checksum-type");
    }

    String said(String name, String usual) {
        return lock.getOrDefault(name, usual);
    }

    /** A number, which must be within its limits. */
    int number(String name, int usual, int most) throws IOException {
        try {
            int number = lock.containsKey(name) ? Integer.parseInt(lock.get(name)) : usual;
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException(name, e);
        }
        throw new IOException(name);
    }

    byte[] bytes(String name) throws IOException {
        try {
            return Base64.getMimeDecoder().decode(said(name, ""));
        } catch (IllegalArgumentException e) {
            throw new IOException(name, e);
        }
    }

    static List<ManifestEntry> read(byte[] manifest) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        List<ManifestEntry> entries = new ArrayList<>();
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(manifest));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("file-entry")) {
                entries.add(entry(xml));
            }
        }
        return entries;
    }

    private static ManifestEntry entry(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> own = attributes(xml);
        Map<String, String> lock = new HashMap<>();
        while (!(xml.next() == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("file-entry"))) {
            if (xml.isStartElement()) {
                lock.put(xml.getLocalName(), "");
                lock.putAll(attributes(xml));
            }
        }
        return new ManifestEntry(
                own.getOrDefault("file-entry/full-path", ""), own.getOrDefault("file-entry/media-type", ""), lock);
    }

    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int each = 0; each < xml.getAttributeCount(); each++) {
            attributes.put(xml.getLocalName() + "/" + xml.getAttributeLocalName(each), xml.getAttributeValue(each));
        }
        return attributes;
    }

    /** Writes the manifest of the same files without encryption; the stream stays open. */
    static void write(List<ManifestEntry> entries, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setPrefix("manifest", NAMESPACE);
            xml.writeStartElement(NAMESPACE, "manifest");
            xml.writeNamespace("manifest", NAMESPACE);
            xml.writeAttribute(NAMESPACE, "version", "1.2");
            for (ManifestEntry entry : entries) {
                xml.writeEmptyElement(NAMESPACE, "file-entry");
                xml.writeAttribute(NAMESPACE, "full-path", entry.path);
                xml.writeAttribute(NAMESPACE, "media-type", entry.mediaType);
            }
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
