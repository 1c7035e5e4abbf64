package io.liasse.capture.invoice;

import io.liasse.capture.Reading.Part;
import io.liasse.capture.invoice.EInvoice.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** The e-invoice inside a PDF file (Factur-X 1.0, 6.3): the attached XML, and whether the file's XMP describes it. */
public final class HybridInvoice {
    private static final List<String> NAMES =
            List.of("factur-x.xml", "xrechnung.xml", "zugferd-invoice.xml", "order-x.xml", "cida.xml");
    private static final Set<String> LEVELS =
            Set.of("MINIMUM", "BASIC WL", "BASIC", "EN 16931", "COMFORT", "EXTENDED", "XRECHNUNG");
    private static final Pattern LEVEL = Pattern.compile("ConformanceLevel(?:>|=[\"'])([^<\"']{0,60})");
    private static final Pattern FILE = Pattern.compile("DocumentFileName(?:>|=[\"'])([^<\"']{0,200})");
    private static final int MOST_METADATA = 1 << 20;

    private HybridInvoice() {}

    /** The invoice among the attached files; empty where none is one. */
    public static Optional<EInvoice> of(PDDocument document, List<Part> parts, InvoiceReading reading)
            throws IOException {
        String metadata = metadata(document);
        Optional<Part> xml = named(parts, first(FILE, metadata));
        for (String name : NAMES) {
            xml = xml.isPresent() ? xml : named(parts, name);
        }
        Optional<EInvoice> read = xml.isPresent() ? reading.read(xml.get().file()) : Optional.empty();
        return read.map(invoice -> described(invoice, metadata));
    }

    private static Optional<Part> named(List<Part> parts, String name) {
        return parts.stream()
                .filter(part -> part.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static EInvoice described(EInvoice invoice, String metadata) {
        String level = first(LEVEL, metadata);
        List<Problem> problems = new ArrayList<>();
        if (level.isEmpty()) {
            problems.add(new Problem("XMP: ConformanceLevel is missing", false));
        } else if (!LEVELS.contains(level)) {
            problems.add(new Problem(
                    "XMP: ConformanceLevel “" + level + "” is none of "
                            + String.join(", ", LEVELS.stream().sorted().toList()),
                    true));
        }
        problems.addAll(invoice.problems());
        return new EInvoice(invoice.syntax(), invoice.kind(), invoice.terms(), problems);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static String metadata(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return "";
        }
        try (InputStream in = metadata.exportXMPMetadata()) {
            return new String(in.readNBytes(MOST_METADATA), StandardCharsets.UTF_8);
        }
    }
}
