package io.liasse.capture.invoice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML languages that invoices and orders are written in, known by their root. */
public enum Syntax {
    /** UN/CEFACT Cross Industry Invoice D16B: Factur-X, ZUGFeRD 2, XRechnung. */
    CII("urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "CrossIndustryInvoice"),
    UBL_INVOICE("urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "Invoice"),
    UBL_CREDIT_NOTE("urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "CreditNote"),
    ZUGFERD_1("urn:ferd:CrossIndustryDocument:invoice:1p0", "CrossIndustryDocument"),
    ORDER_X("urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100", "SCRDMCCBDACIOMessageStructure");

    private final String namespace;
    private final String root;

    Syntax(String namespace, String root) {
        this.namespace = namespace;
        this.root = root;
    }

    /** The language of a file; empty where it is none of these, or no XML at all. Fetches nothing. */
    public static Optional<Syntax> of(Path file) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    return of(String.valueOf(reader.getNamespaceURI()), reader.getLocalName());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    private static Optional<Syntax> of(String namespace, String root) {
        return Arrays.stream(values())
                .filter(each -> each.namespace.equals(namespace) && each.root.equals(root))
                .findFirst();
    }
}
