package io.liasse.capture.form;

import io.liasse.capture.Reading.FoundField;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;

/** The data of XFA forms (XFA 3.3, datasets): every value that is filled in, under the path of its element. */
public final class XfaData {
    private static final String NAMESPACE = "http://www.xfa.org/schema/xfa-data/1.0/";
    private static final int LARGEST = 16 << 20;
    private static final int MOST = 1_000;

    private XfaData() {}

    /** The values; none where the file has no such data, or it is no well-formed XML. Document types are not read. */
    public static List<FoundField> in(PDDocument document) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        if (form == null || form.getXFA() == null) {
            return List.of();
        }
        byte[] bytes = form.getXFA().getBytes();
        return bytes.length > LARGEST ? List.of() : values(bytes);
    }

    static List<FoundField> values(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        List<FoundField> found = new ArrayList<>();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            while (reader.hasNext() && found.size() < MOST) {
                boolean data = reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("data")
                        && NAMESPACE.equals(reader.getNamespaceURI());
                if (data) {
                    values(reader, found);
                }
            }
        } catch (XMLStreamException e) {
            // What came before the fault is kept: the form itself can be read all the same.
            return found;
        }
        return found;
    }

    private static void values(XMLStreamReader reader, List<FoundField> found) throws XMLStreamException {
        Deque<String> path = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        boolean leaf = false;
        while (reader.hasNext() && found.size() < MOST) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.addLast(reader.getLocalName());
                text.setLength(0);
                leaf = true;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (path.isEmpty()) {
                    return;
                }
                if (leaf && !text.toString().isBlank()) {
                    found.add(value(path, text.toString().strip()));
                }
                leaf = false;
                path.removeLast();
            }
        }
    }

    private static FoundField value(Deque<String> path, String value) {
        if (path.size() > 1 && path.getLast().equals("value")) {
            path = new ArrayDeque<>(path.stream().limit(path.size() - 1).toList());
        }
        return new FoundField(PdfForm.name(String.join(".", path)), value, 0, 0, 0, 0, 1, null, path.getLast(), null);
    }
}
