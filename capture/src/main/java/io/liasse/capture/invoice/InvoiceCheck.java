package io.liasse.capture.invoice;

import io.liasse.capture.invoice.EInvoice.Problem;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.streams.Steps;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Checks an invoice by the schema of its language, and by the rules (Schematron) of what it says it follows: EN 16931 of
 * CEN, Factur-X of FNFE and FeRD, XRechnung of KoSIT. ZUGFeRD 1, Order-X and UBL that says nothing of EN 16931 are checked
 * by their schema only.
 */
final class InvoiceCheck {
    private static final int MOST = 60;
    private static final String RULES = "http://purl.oclc.org/dsdl/svrl";
    private static final Map<String, Schema> SCHEMAS = new LinkedHashMap<>();

    private final Stylesheets stylesheets;
    private final List<Problem> problems = new ArrayList<>();

    InvoiceCheck(Stylesheets stylesheets) {
        this.stylesheets = stylesheets;
    }

    List<Problem> check(XdmNode document, Syntax syntax, String profile, Path file) throws IOException {
        Optional<String> schema = schema(syntax, profile);
        if (schema.isPresent()) {
            bySchema(schema.get(), file);
        }
        if (problems.isEmpty()) {
            rules(syntax, profile).forEach(rules -> byRules(rules, document));
        } else {
            rules(syntax, profile).stream().limit(1).forEach(rules -> byRules(rules, document));
        }
        return problems.stream()
                .distinct()
                .sorted((one, other) -> Boolean.compare(other.fatal(), one.fatal()))
                .limit(MOST)
                .toList();
    }

    private static Optional<String> schema(Syntax syntax, String profile) {
        String level = Profile.xrechnung(profile).isEmpty() ? Profile.level(profile) : "";
        return switch (syntax) {
            case CII -> Optional.of("schema/ZF_250/" + cii(level));
            case UBL_INVOICE -> Optional.of("schema/UBL_21/maindoc/UBL-Invoice-2.1.xsd");
            case UBL_CREDIT_NOTE -> Optional.of("schema/UBL_21/maindoc/UBL-CreditNote-2.1.xsd");
            case ZUGFERD_1 -> Optional.of("schema/ZF_10/ZUGFeRD1p0.xsd");
            case ORDER_X -> Optional.empty();
        };
    }

    /** An invoice that says no level of Factur-X is measured by the widest. */
    private static String cii(String level) {
        return switch (level) {
            case "MINIMUM" -> "MINIMUM/FACTUR-X_MINIMUM.xsd";
            case "BASIC-WL" -> "BASIC-WL/FACTUR-X_BASIC-WL.xsd";
            case "BASIC" -> "BASIC/FACTUR-X_BASIC.xsd";
            case "EN16931" -> "EN16931/FACTUR-X_EN16931.xsd";
            default -> "EXTENDED/FACTUR-X_EXTENDED.xsd";
        };
    }

    private static List<String> rules(Syntax syntax, String profile) {
        List<String> rules = new ArrayList<>();
        String level = Profile.level(profile);
        String version = Profile.xrechnung(profile).replace(".", "");
        boolean known = List.of("12", "20", "21", "22", "23", "30").contains(version);
        switch (syntax) {
            case CII -> {
                boolean own = !level.isEmpty() && !level.equals("EN16931");
                rules.add(
                        own
                                ? "xslt/ZF_250/FACTUR-X_" + level + ".xslt"
                                : "xslt/en16931schematron/EN16931-CII-validation.xslt");
                if (known) {
                    rules.add("xslt/XR_" + version + "/XRechnung-CII-validation.xslt");
                }
            }
            case UBL_INVOICE, UBL_CREDIT_NOTE -> {
                if (!level.isEmpty()) {
                    rules.add("xslt/en16931schematron/EN16931-UBL-validation.xslt");
                }
                if (known) {
                    rules.add("xslt/XR_" + version + "/XRechnung-UBL-validation.xslt");
                }
            }
            case ZUGFERD_1, ORDER_X -> {}
        }
        return rules;
    }

    private void byRules(String rules, XdmNode document) {
        XdmNode report = stylesheets.apply(rules, document);
        report.select(Steps.descendant(RULES, "failed-assert")).forEach(failed -> {
            String text = failed.select(Steps.child(RULES, "text"))
                    .asString()
                    .replaceAll("\\s+", " ")
                    .strip();
            String flag = String.valueOf(failed.attribute("flag")) + failed.attribute("role");
            boolean warning =
                    flag.contains("warning") || flag.contains("information") || text.contains("status warning");
            problems.add(new Problem(text.isEmpty() ? String.valueOf(failed.attribute("id")) : text, !warning));
        });
    }

    private void bySchema(String name, Path file) throws IOException {
        try {
            Validator validator = compiled(name).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collecting());
            validator.validate(new StreamSource(file.toFile()));
        } catch (SAXException e) {
            problems.add(new Problem(String.valueOf(e.getMessage()), true));
        }
    }

    private static Schema compiled(String name) throws SAXException {
        Schema known = SCHEMAS.get(name);
        if (known == null) {
            URL found = Objects.requireNonNull(InvoiceCheck.class.getResource("/" + name), name);
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar:file,file");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            known = factory.newSchema(found);
            SCHEMAS.put(name, known);
        }
        return known;
    }

    /** Keeps what the schema finds. */
    private final class Collecting implements ErrorHandler {
        @Override
        public void warning(SAXParseException found) {}

        @Override
        public void error(SAXParseException found) {
            problems.add(new Problem(
                    "XML line " + found.getLineNumber() + ": " + plain(String.valueOf(found.getMessage())), true));
        }

        /** Without number of the rule, names of languages, and all that could stand there instead. */
        private static String plain(String message) {
            return message.replaceFirst("^cvc-[\\w.-]+: ", "")
                    .replaceAll("\\{?\"[^\"]*\":(\\w+)\\}?", "$1")
                    .replaceFirst("One of '\\{?([^']{80})[^']*'", "One of '$1 …'");
        }

        @Override
        public void fatalError(SAXParseException found) {
            error(found);
        }
    }
}
