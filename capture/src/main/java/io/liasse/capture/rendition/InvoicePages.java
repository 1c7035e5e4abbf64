package io.liasse.capture.rendition;

import io.liasse.capture.invoice.EInvoice;
import io.liasse.capture.page.PageReading;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Sets an e-invoice that is only XML on A4 pages for people to read: both parties, the facts, the lines, the rates of VAT,
 * the totals. Its words are in the language of the seller's country: German, French, Italian, else English.
 */
public final class InvoicePages {
    private static final float MARGIN = 56;
    private static final float RIGHT = PDRectangle.A4.getWidth() - MARGIN;
    private static final float MIDDLE = PDRectangle.A4.getWidth() / 2;
    private static final float SIZE = 9.5f;
    private static final float LEADING = 13.5f;
    private static final int MOST_LINES = 2_000;
    private static final Map<String, Integer> LANGUAGES =
            Map.of("DE", 1, "AT", 1, "LI", 1, "CH", 1, "FR", 2, "BE", 2, "LU", 2, "IT", 3);

    /** English, German, French, Italian. */
    private enum Text {
        INVOICE("Invoice", "Rechnung", "Facture", "Fattura"),
        CREDIT_NOTE("Credit note", "Gutschrift", "Avoir", "Nota di credito"),
        ORDER("Order", "Bestellung", "Commande", "Ordine"),
        SELLER("Seller", "Verkäufer", "Vendeur", "Venditore"),
        BUYER("Buyer", "Käufer", "Acheteur", "Acquirente"),
        NUMBER("Invoice number", "Rechnungsnummer", "Numéro de facture", "Numero fattura"),
        DATE("Invoice date", "Rechnungsdatum", "Date de facture", "Data fattura"),
        DUE("Due date", "Fällig am", "Échéance", "Scadenza"),
        DELIVERED("Date of delivery", "Lieferdatum", "Date de livraison", "Data di consegna"),
        BUYER_REFERENCE("Buyer reference", "Käuferreferenz", "Référence acheteur", "Riferimento acquirente"),
        ORDER_NUMBER("Order number", "Bestellnummer", "Numéro de commande", "Numero d’ordine"),
        CONTRACT("Contract number", "Vertragsnummer", "Numéro de contrat", "Numero di contratto"),
        ACCOUNT("IBAN", "IBAN", "IBAN", "IBAN"),
        REFERENCE("Payment reference", "Zahlungsreferenz", "Référence de paiement", "Riferimento di pagamento"),
        TERMS("Terms of payment", "Zahlungsbedingungen", "Conditions de paiement", "Condizioni di pagamento"),
        ITEM("Item", "Bezeichnung", "Désignation", "Descrizione"),
        QUANTITY("Quantity", "Menge", "Quantité", "Quantità"),
        PRICE("Price", "Preis", "Prix", "Prezzo"),
        AMOUNT("Amount", "Betrag", "Montant", "Importo"),
        VAT("VAT", "MWST", "TVA", "IVA"),
        NET("Net total", "Nettobetrag", "Total HT", "Totale netto"),
        TAX("VAT total", "MWST-Betrag", "Total TVA", "Totale IVA"),
        TOTAL("Total amount", "Gesamtbetrag", "Total TTC", "Totale fattura"),
        PAID("Paid", "Bezahlt", "Déjà payé", "Già pagato"),
        TO_PAY("Amount due", "Zahlbetrag", "Net à payer", "Da pagare");

        private final String english;
        private final String german;
        private final String french;
        private final String italian;

        Text(String english, String german, String french, String italian) {
            this.english = english;
            this.german = german;
            this.french = french;
            this.italian = italian;
        }

        String in(int language) {
            return switch (language) {
                case 1 -> german;
                case 2 -> french;
                case 3 -> italian;
                default -> english;
            };
        }
    }

    private final EInvoice invoice;
    private final int language;
    private final String currency;
    private final PDDocument document;
    private final FontLetters letters;
    private final Path folder;
    private final StringBuilder exact = new StringBuilder();
    private PDPageContentStream content;
    private float y;
    private int pages;

    private InvoicePages(EInvoice invoice, PDDocument document, PDType0Font font, Path folder) throws IOException {
        this.invoice = invoice;
        this.language = LANGUAGES.getOrDefault(invoice.first("BT-40").orElse(""), 0);
        this.currency = invoice.first("BT-5").orElse("");
        this.document = document;
        this.letters = new FontLetters(font);
        this.folder = folder;
        this.content = page();
    }

    /** Writes the pages to the document's folder. */
    public static TextPages write(EInvoice invoice, Path folder) throws IOException {
        Path pdf = folder.resolve("document.pdf");
        Files.createDirectories(folder.resolve("text"));
        try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            InvoicePages pages = new InvoicePages(invoice, document, TextPages.font(document), folder);
            pages.set();
            pages.finish();
            document.save(pdf.toFile());
            return new TextPages(pdf, pages.pages);
        }
    }

    private String say(Text text) {
        return text.in(language);
    }

    private void set() throws IOException {
        heading();
        parties();
        facts();
        lines();
        rates();
        totals();
        paragraphs();
    }

    private void heading() throws IOException {
        boolean credit = invoice.first("BT-3").filter("381"::equals).isPresent()
                || invoice.syntax().name().contains("CREDIT");
        Text kind = invoice.syntax().name().startsWith("ORDER") ? Text.ORDER : credit ? Text.CREDIT_NOTE : Text.INVOICE;
        y -= 10;
        show(say(kind) + " " + invoice.first("BT-1").orElse(""), MARGIN, 20);
        y -= 14;
        show(invoice.kind(), MARGIN, 8);
        end(26);
    }

    private void parties() throws IOException {
        List<String> seller = party("BT-27", "BT-35", "BT-36", "BT-38", "BT-37", "BT-40", "BT-31");
        List<String> buyer = party("BT-44", "BT-50", "BT-51", "BT-53", "BT-52", "BT-55", "BT-48");
        show(say(Text.SELLER), MARGIN, 8);
        show(say(Text.BUYER), MIDDLE, 8);
        end(LEADING);
        for (int i = 0; i < Math.max(seller.size(), buyer.size()); i++) {
            show(i < seller.size() ? seller.get(i) : "", MARGIN, SIZE);
            show(i < buyer.size() ? buyer.get(i) : "", MIDDLE, SIZE);
            end(LEADING);
        }
        end(10);
    }

    private List<String> party(
            String name, String line, String more, String code, String place, String country, String vat) {
        return Stream.of(
                        term(name),
                        term(line),
                        term(more),
                        (term(code) + " " + term(place)).strip(),
                        term(country),
                        term(vat))
                .filter(each -> !each.isBlank())
                .map(each -> cut(each, SIZE, MIDDLE - MARGIN - 10))
                .toList();
    }

    private String term(String id) {
        return invoice.first(id).orElse("");
    }

    private void facts() throws IOException {
        pair(Text.NUMBER, term("BT-1"));
        pair(Text.DATE, term("BT-2"));
        pair(Text.DUE, term("BT-9"));
        pair(Text.DELIVERED, term("BT-72"));
        pair(Text.BUYER_REFERENCE, term("BT-10"));
        pair(Text.ORDER_NUMBER, term("BT-13"));
        pair(Text.CONTRACT, term("BT-12"));
        pair(Text.ACCOUNT, term("BT-84"));
        pair(Text.REFERENCE, term("BT-83"));
        end(12);
    }

    private void pair(Text label, String value) throws IOException {
        if (!value.isEmpty()) {
            show(say(label), MARGIN, SIZE);
            show(cut(value, SIZE, RIGHT - MARGIN - 140), MARGIN + 140, SIZE);
            end(LEADING);
        }
    }

    private void lines() throws IOException {
        List<Integer> groups = invoice.groups("BT-126");
        if (groups.isEmpty()) {
            return;
        }
        head();
        for (int group : groups.subList(0, Math.min(MOST_LINES, groups.size()))) {
            List<FontLetters.Piece> name =
                    letters.wrap(invoice.in(group, "BT-153").orElse(""), SIZE, 230);
            show(cut(invoice.in(group, "BT-126").orElse(""), SIZE, 24), MARGIN, SIZE);
            show(name.getFirst().shown(), MARGIN + 28, SIZE);
            right(invoice.in(group, "BT-129").orElse(""), 380);
            right(invoice.in(group, "BT-146").orElse(""), 440);
            right(invoice.in(group, "BT-152").map(rate -> rate + " %").orElse(""), 482);
            right(amount(invoice.in(group, "BT-131").orElse("")), RIGHT);
            end(LEADING);
            for (FontLetters.Piece piece : name.subList(1, Math.min(4, name.size()))) {
                show(piece.shown(), MARGIN + 28, SIZE);
                end(LEADING);
            }
        }
        rule();
    }

    private void head() throws IOException {
        show("#", MARGIN, 8);
        show(say(Text.ITEM), MARGIN + 28, 8);
        right(say(Text.QUANTITY), 380);
        right(say(Text.PRICE), 440);
        right(say(Text.VAT), 482);
        right(say(Text.AMOUNT), RIGHT);
        end(4);
        rule();
    }

    private void rates() throws IOException {
        for (int group : invoice.groups("BT-117")) {
            show(say(Text.VAT) + " " + invoice.in(group, "BT-119").orElse("0") + " %", MIDDLE, SIZE);
            right(amount(invoice.in(group, "BT-116").orElse("")), 482);
            right(amount(invoice.in(group, "BT-117").orElse("")), RIGHT);
            end(LEADING);
        }
    }

    private void totals() throws IOException {
        total(Text.NET, "BT-109");
        total(Text.TAX, "BT-110");
        total(Text.TOTAL, "BT-112");
        total(Text.PAID, "BT-113");
        total(Text.TO_PAY, "BT-115");
        end(10);
    }

    private void total(Text label, String id) throws IOException {
        if (!term(id).isEmpty()) {
            show(say(label), MIDDLE, SIZE);
            right((currency + " " + amount(term(id))).strip(), RIGHT);
            end(LEADING);
        }
    }

    private static String amount(String written) {
        try {
            BigDecimal value = new BigDecimal(written);
            return (value.scale() < 2 ? value.setScale(2) : value).toPlainString();
        } catch (NumberFormatException none) {
            return written;
        }
    }

    private void paragraphs() throws IOException {
        List<String> said = new ArrayList<>();
        invoice.first("BT-20").ifPresent(terms -> said.add(say(Text.TERMS) + ": " + terms));
        invoice.terms().stream().filter(each -> each.id().equals("BT-22")).forEach(each -> said.add(each.value()));
        for (String text : said) {
            for (String line : text.lines().limit(200).toList()) {
                for (FontLetters.Piece piece : letters.wrap(line.strip(), SIZE, RIGHT - MARGIN)) {
                    show(piece.shown(), MARGIN, SIZE);
                    end(LEADING);
                }
            }
            end(4);
        }
    }

    private String cut(String text, float size, float width) {
        return letters.wrap(text.replaceAll("\\s+", " "), size, width)
                .getFirst()
                .exact()
                .strip();
    }

    private void show(String text, float x, float size) throws IOException {
        if (text.isBlank()) {
            return;
        }
        exact.append(exact.isEmpty() || exact.charAt(exact.length() - 1) == '\n' ? "" : "  ")
                .append(text);
        content.beginText();
        content.setFont(letters.font(), size);
        content.newLineAtOffset(x, y);
        content.showText(letters.wrap(text, size, 2_000).getFirst().shown());
        content.endText();
    }

    private void right(String text, float x) throws IOException {
        float width = (float) letters.width(text) * SIZE / 1000;
        show(text, x - width, SIZE);
    }

    private void rule() throws IOException {
        content.setLineWidth(0.5f);
        content.moveTo(MARGIN, y + LEADING - 4);
        content.lineTo(RIGHT, y + LEADING - 4);
        content.stroke();
        end(6);
    }

    private void end(float down) throws IOException {
        exact.append('\n');
        y -= down;
        if (y < MARGIN) {
            finish();
            content = page();
        }
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages++;
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, page);
    }

    private void finish() throws IOException {
        content.close();
        Files.writeString(
                PageReading.textFile(folder, pages),
                exact.toString().replaceAll("\n{3,}", "\n\n").strip());
        exact.setLength(0);
    }
}
