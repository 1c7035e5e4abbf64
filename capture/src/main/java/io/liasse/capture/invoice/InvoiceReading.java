package io.liasse.capture.invoice;

import io.liasse.capture.invoice.EInvoice.Problem;
import io.liasse.capture.invoice.EInvoice.Term;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.QName;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads e-invoices: puts them into the terms of EN 16931 with the stylesheets of KoSIT and checks them by schema and rules
 * of their format, all out of Mustang's jars. Documents with a document type declaration are refused, so that no entity
 * is ever expanded. Stylesheets are compiled at the first invoice. Not thread-safe.
 */
public final class InvoiceReading {
    private static final long LARGEST = 20L << 20;
    private static final QName ID = new QName("urn:ce.eu:en16931:2017:xoev-de:kosit:standard:xrechnung-1", "id");
    /** Lines, rates of VAT, allowances: what can be there more than once. */
    private static final Set<String> GROUPS = Set.of("BG-25", "BG-23", "BG-20", "BG-21", "BG-17", "BG-1", "BG-24");

    private @Nullable Stylesheets stylesheets;

    /** The invoice in a file; empty where it is no invoice. */
    public Optional<EInvoice> read(Path file) throws IOException {
        Optional<Syntax> syntax = Files.size(file) > LARGEST ? Optional.empty() : Syntax.of(file);
        return syntax.isPresent() ? Optional.of(read(file, syntax.get())) : Optional.empty();
    }

    private EInvoice read(Path file, Syntax syntax) throws IOException {
        Stylesheets sheets = stylesheets == null ? new Stylesheets() : stylesheets;
        stylesheets = sheets;
        try (InputStream in = Files.newInputStream(file)) {
            XdmNode document = sheets.documents().build(new SAXSource(reader(), new InputSource(in)));
            List<Term> terms = new ArrayList<>();
            collect(sheets.apply(toTerms(syntax), current(document, syntax, sheets)), 0, new int[1], terms);
            String profile = Profile.identifier(document);
            List<Problem> problems = new InvoiceCheck(sheets).check(document, syntax, profile, file);
            return new EInvoice(syntax, Profile.name(syntax, profile), terms, problems);
        } catch (SaxonApiException | SAXException | ParserConfigurationException e) {
            return new EInvoice(
                    syntax, Profile.name(syntax, ""), List.of(), List.of(new Problem(plain(e.getMessage()), true)));
        }
    }

    private static String plain(@Nullable String message) {
        return message == null
                ? "no well-formed XML"
                : message.replaceAll("\\s+", " ").strip();
    }

    private static XMLReader reader() throws SAXException, ParserConfigurationException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newSAXParser().getXMLReader();
    }

    private static XdmNode current(XdmNode document, Syntax syntax, Stylesheets sheets) {
        return syntax == Syntax.ZUGFERD_1 ? sheets.apply("stylesheets/ZF1ToZF2.xsl", document) : document;
    }

    private static String toTerms(Syntax syntax) {
        return switch (syntax) {
            case CII, ZUGFERD_1 -> "stylesheets/cii-xr.xsl";
            case UBL_INVOICE -> "stylesheets/ubl-invoice-xr.xsl";
            case UBL_CREDIT_NOTE -> "stylesheets/ubl-creditnote-xr.xsl";
            case ORDER_X -> "stylesheets/cio-xr.xsl";
        };
    }

    private static void collect(XdmNode node, int group, int[] groups, List<Term> terms) {
        for (XdmNode child : node.children()) {
            if (child.getNodeKind() == XdmNodeKind.ELEMENT) {
                String id = child.getAttributeValue(ID);
                if (id != null && id.startsWith("BT-")) {
                    String value = value(id, child.getStringValue());
                    if (!value.isEmpty()) {
                        terms.add(new Term(id, value, group));
                    }
                } else {
                    collect(child, GROUPS.contains(String.valueOf(id)) ? ++groups[0] : group, groups, terms);
                }
            }
        }
    }

    /** Codes come with their meaning in brackets. */
    private static String value(String id, String text) {
        String plain = text.strip();
        boolean code = Set.of(
                        "BT-3", "BT-5", "BT-6", "BT-40", "BT-55", "BT-80", "BT-81", "BT-130", "BT-95", "BT-102",
                        "BT-118", "BT-151")
                .contains(id);
        return code ? plain.replaceFirst("\\s+\\(.*\\)$", "") : plain;
    }
}
