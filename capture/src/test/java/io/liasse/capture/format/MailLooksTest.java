package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails and files in HTML are shown as they look, and nothing outside of them is asked for. */
final class MailLooksTest {
    private static DocumentReader reader;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        reader = new DocumentReader(Readers.withOffice("off"));
        assertThat(ReaderSettings.usual().office()).isEqualTo("auto");
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void showsPicturesTablesAndColoursOfMail() throws IOException {
        try (Outside outside = new Outside()) {
            Reading.Read read = read(mail(outside));
            String text = Readers.text(read);
            assertThat(text)
                    .startsWith("From: Anna Muster <anna@example.org>")
                    .contains("Subject: Ihre Rechnung €", "Betrag", "1'250.00", "שלום עולם", "🎉", "こんにちは");
            BufferedImage page = ImageIO.read(
                    Readers.rendition(read, Reading.Derived.Kind.PAGE).toFile());
            assertThat(pixels(page, new Color(200, 0, 0))).as("red cell").isGreaterThan(500);
            assertThat(pixels(page, new Color(0, 120, 0)))
                    .as("green picture in the mail")
                    .isGreaterThan(500);
            assertThat(outside.asked()).isEmpty();
        }
    }

    @Test
    void setsLongMailOnPages() throws IOException {
        String rows = IntStream.range(0, 300)
                .mapToObj("<p>Zeile %d der Liste</p>"::formatted)
                .reduce("", String::concat);
        Path file = Files.writeString(folder.resolve("long.eml"), head("text/html; charset=utf-8") + rows);
        Reading.Read read = read(file);
        assertThat(read.pages()).hasSizeBetween(4, 20);
        assertThat(read.pages().getFirst().text()).contains("Zeile 0 der Liste").doesNotContain("Zeile 299 der Liste");
        assertThat(read.pages().getLast().text()).contains("Zeile 299 der Liste");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "iso-8859-15", "utf-8", "utf-16le", "koi8-r"})
    void readsLettersOfAnySet(String set) throws IOException {
        String word = set.equals("koi8-r") ? "Привет" : "Überweisung";
        byte[] body = ("<p>" + word + " <b>heute</b></p>").getBytes(java.nio.charset.Charset.forName(set));
        Path file = Files.writeString(
                folder.resolve("letters.eml"),
                head("text/html; charset=" + set).replace("8bit", "base64")
                        + Base64.getMimeEncoder().encodeToString(body));
        assertThat(Readers.text(read(file))).contains(word + " heute");
    }

    @Test
    void givesUpTheLooksOfWhatIsTooIntricate() throws IOException {
        Path file = Files.writeString(
                folder.resolve("deep.html"),
                "<html><body>" + "<table><tr><td>".repeat(20) + "innermost words" + "</td></tr></table>".repeat(20));
        assertThat(Readers.text(read(file))).contains("innermost words");
    }

    @Test
    void loadsNothingForHtmlFile() throws IOException {
        try (Outside outside = new Outside()) {
            String at = outside.address("x");
            Path file = Files.writeString(folder.resolve("page.html"), """
                    <html><head><link rel=stylesheet href="%1$s.css"><style>@import "%1$s2.css"; body { background: url(%1$s.png) }
                    @font-face { font-family: a; src: url(%1$s.ttf) } h1 { font-family: a; color: #00f }</style>
                    <script src="%1$s.js"></script><base href="%1$s/"></head>
                    <body background="%1$s.gif" style="list-style-image: url('%1$s.svg')"><h1>Heading of the page</h1><img src="%1$s.jpg" alt="the alternative">
                    <iframe src="%1$s.html"></iframe><object data="%1$s.pdf"></object><svg><image href="%1$s3.png"/></svg>
                    <img src="file:///etc/passwd"><ul><li>one</ul></body></html>
                    """.formatted(at));
            assertThat(Readers.text(read(file))).contains("Heading of the page", "one");
            assertThat(outside.asked()).isEmpty();
        }
    }

    @Test
    void showsRowsAsTable() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.csv"),
                "Name;Betrag;Datum\nMuster;12.50;2026-01-02\nBeispiel;7.00;2026-01-03\n".repeat(3));
        Reading.Read read = read(file);
        assertThat(read.mediaType()).isEqualTo("text/csv");
        assertThat(Readers.text(read)).contains("Muster", "12.50");
        BufferedImage page =
                ImageIO.read(Readers.rendition(read, Reading.Derived.Kind.PAGE).toFile());
        assertThat(pixels(page, new Color(0x99, 0x99, 0x99)))
                .as("lines of the table")
                .isGreaterThan(300);
    }

    private Reading.Read read(Path file) throws IOException {
        return new Readers(reader, folder).read(file);
    }

    private static String head(String type) {
        return """
                From: Anna Muster <anna@example.org>
                To: Bert <bert@example.org>
                Subject: =?utf-8?Q?Ihre_Rechnung_=E2=82=AC?=
                Date: Mon, 2 Mar 2026 10:15:00 +0100
                MIME-Version: 1.0
                Content-Type: %s
                Content-Transfer-Encoding: 8bit

                """.formatted(type);
    }

    private Path mail(Outside outside) throws IOException {
        String html = """
                <html><body style="font-family: Arial"><p dir=rtl>שלום עולם</p><p>🎉 こんにちは</p>
                <table border=1><tr><th>Position</th><th>Betrag</th></tr>
                <tr><td bgcolor="#c80000" style="background-color: rgb(200,0,0)">Behandlung</td><td><b>1'250.00</b></td></tr></table>
                <img src="cid:logo@example.org" width=120 height=60><img src="%s" width=1 height=1>
                <script>alert(1)</script></body></html>
                """.formatted(outside.address("spy.gif"));
        String mail = head("multipart/related; boundary=\"b\"")
                + """
                --b
                Content-Type: multipart/alternative; boundary="c"

                --c
                Content-Type: text/plain; charset=utf-8

                plain
                --c
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                --c--
                --b
                Content-Type: image/png
                Content-ID: <logo@example.org>
                Content-Disposition: inline; filename="logo.png"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(html, Base64.getMimeEncoder().encodeToString(green()));
        return Files.writeString(folder.resolve("mail.eml"), mail);
    }

    private static byte[] green() throws IOException {
        BufferedImage image = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 120; x++) {
            for (int y = 0; y < 60; y++) {
                image.setRGB(x, y, new Color(0, 120, 0).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static int pixels(BufferedImage page, Color colour) {
        int count = 0;
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                count += near(new Color(page.getRGB(x, y)), colour) ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 24
                && Math.abs(one.getGreen() - other.getGreen()) < 24
                && Math.abs(one.getBlue() - other.getBlue()) < 24;
    }
}
