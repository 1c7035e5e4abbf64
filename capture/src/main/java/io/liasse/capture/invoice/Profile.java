package io.liasse.capture.invoice;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;
import net.sf.saxon.s9api.streams.Steps;

/** What an invoice says of the rules it follows (BT-24). */
final class Profile {
    private static final Pattern XRECHNUNG = Pattern.compile("xrechnung_(\\d\\.\\d)");

    private Profile() {}

    /** The identifier, as {@code urn:cen.eu:en16931:2017}; empty where there is none. */
    static String identifier(XdmNode document) {
        return document.select(Steps.descendant().where(Profile::says))
                .findFirst()
                .map(found -> found.getStringValue().strip())
                .orElse("");
    }

    private static boolean says(XdmNode node) {
        return node.getNodeKind() == XdmNodeKind.ELEMENT
                && List.of("GuidelineSpecifiedDocumentContextParameter", "CustomizationID")
                        .contains(node.getNodeName().getLocalName());
    }

    /** Version of XRechnung, as {@code 3.0}; empty where it is none. */
    static String xrechnung(String identifier) {
        Matcher version = XRECHNUNG.matcher(identifier.toLowerCase(Locale.ROOT));
        return version.find() ? version.group(1) : "";
    }

    /** The folder and file name of its rules among those of Factur-X: EN16931 and so on; empty where it has none. */
    static String level(String identifier) {
        String plain = identifier.toLowerCase(Locale.ROOT).replace(" ", "");
        if (plain.contains("extended") && !plain.contains("xrechnung")) {
            return "EXTENDED";
        }
        if (plain.contains("minimum")) {
            return "MINIMUM";
        }
        if (plain.contains("basicwl")) {
            return "BASIC-WL";
        }
        if (plain.contains("basic")) {
            return "BASIC";
        }
        return plain.contains("en16931") || plain.contains("comfort") ? "EN16931" : "";
    }

    /** As people call it. */
    static String name(Syntax syntax, String identifier) {
        String level = level(identifier).replace("EN16931", "EN 16931").replace("BASIC-WL", "BASIC WL");
        String version = xrechnung(identifier);
        boolean factur = identifier.contains("factur-x") || identifier.contains("zugferd");
        return switch (syntax) {
            case ZUGFERD_1 -> joined("ZUGFeRD 1.0", level.replace("EN 16931", "COMFORT"));
            case ORDER_X -> joined("Order-X", level.replace("EN 16931", "COMFORT"));
            case CII ->
                version.isEmpty()
                        ? joined(factur || !level.isEmpty() ? "Factur-X / ZUGFeRD 2" : "CII", level)
                        : "XRechnung " + version + " (CII)";
            case UBL_INVOICE, UBL_CREDIT_NOTE ->
                version.isEmpty()
                        ? joined(identifier.contains("peppol") ? "Peppol BIS (UBL)" : "UBL", level)
                        : "XRechnung " + version + " (UBL)";
        };
    }

    private static String joined(String name, String level) {
        return level.isEmpty() ? name : name + " " + level;
    }
}
