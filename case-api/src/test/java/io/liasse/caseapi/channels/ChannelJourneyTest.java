package io.liasse.caseapi.channels;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Chromium;
import io.liasse.caseapi.testing.Multipart;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.caseapi.testing.ScannedPage;
import io.liasse.caseapi.testing.Window;
import io.liasse.store.access.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import tools.jackson.databind.JsonNode;

/**
 * A scanned page comes in by each channel, is filed or waits in the inbox, is opened in the viewer and found by a word
 * that stands nowhere but in its picture.
 */
class ChannelJourneyTest extends RunningLiasse {
    private static final Duration MOST = Duration.ofMinutes(2);
    private static final LocatorAssertions.ContainsTextOptions SHOWN =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    private static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void filesAPageScannedIntoTheHotFolder() throws IOException {
        String policy = number();
        String reference = openCase("Wasserschaden im Keller");
        Path part = hotFolder().resolve("scan-" + policy + ".png.part");
        Files.write(part, letter(policy, "Unser Zeichen: " + reference).png());
        Files.move(part, hotFolder().resolve("scan-" + policy + ".png"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(settled(policy).path("case").asString()).isEqualTo(reference);
        try (Window window = chromium.desk(address()).signIn(clerk(), "/search?q=" + policy)) {
            Page page = window.page();
            assertThat(page.locator(".hit mark").first()).hasText(policy);
            page.locator(".hit-title a").first().click();
            assertThat(page.locator(".textLayer .highlight").first()).containsText(policy, SHOWN);
            assertThat(page.locator(".about").first()).containsText(reference);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void putsALetterThatCameByMailIntoTheInbox() throws MessagingException {
        String policy = number();
        send("Schadenmeldung", "Guten Tag, der Brief liegt bei.", letter(policy, "Mit freundlichen Grüssen"));

        JsonNode document = settled(policy);
        assertThat(document.path("state").asString()).isEqualTo("INBOX");
        assertThat(document.path("reason").asString()).isIn("no-evidence", "not-sure");
        try (Window window = chromium.desk(address())
                .signIn(clerk(), "/inbox?document=" + document.path("id").asString())) {
            Page page = window.page();
            assertThat(page.locator("#title")).hasValue("brief.pdf");
            window.keyboard().press("o");
            assertThat(page.locator(".textLayer").first()).containsText(policy, SHOWN);
            page.navigate(address() + "/search?q=" + policy);
            assertThat(page.locator(".hit mark").first()).hasText(policy);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void filesAPdfPostedByAnotherSystem() {
        String policy = number();
        String reference = openCase("Rückfrage zur Police");
        Answer receipt = as(Role.EXTERNAL_SYSTEM)
                .upload(
                        "/api/v1/documents",
                        Multipart.of(
                                "posted.pdf",
                                letter(policy, "Dossier " + reference).pdf(),
                                "application/pdf",
                                Map.of()));
        assertThat(receipt.status()).isEqualTo(202);

        JsonNode document = settled(policy);
        assertThat(document.path("id").asString()).isEqualTo(receipt.text("id"));
        try (Window window = chromium.desk(address()).signIn(clerk(), "/cases/" + reference)) {
            Page page = window.page();
            page.getByText("posted.pdf").first().click();
            assertThat(page.locator(".textLayer").first()).containsText(policy, SHOWN);
            page.navigate(address() + "/search?q=" + policy);
            assertThat(page.locator(".hit mark").first()).hasText(policy);
            assertThat(window.complaints()).isEmpty();
        }
    }

    /** The one document with this number in it, once it is read and decided upon. */
    private JsonNode settled(String policy) {
        String id = await().atMost(MOST)
                .until(
                        () -> admin().get("/api/v1/search?kind=document&q=" + policy)
                                .json()
                                .path("hits")
                                .path(0)
                                .path("id")
                                .asString(""),
                        found -> !found.isEmpty());
        return await().atMost(MOST)
                .until(
                        () -> admin().get("/api/v1/documents/" + id).json(),
                        document -> !document.path("state").asString().equals("READING"));
    }

    private static ScannedPage letter(String policy, String last) {
        return new ScannedPage(
                "Versicherung Alpina AG, Bahnhofstrasse 12, 8001 Zürich",
                "",
                "Sehr geehrte Damen und Herren",
                "Wir haben den Schaden an der Wasserleitung geprüft und",
                "übernehmen die Kosten der Reparatur vollständig.",
                "Ihre Police trägt die Nummer " + policy + " und bleibt gültig.",
                "",
                last);
    }

    private static void send(String subject, String text, ScannedPage attached) throws MessagingException {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mail().getSmtp().getPort());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(message, true, "UTF-8");
        parts.setFrom("kundin@example.ch");
        parts.setTo(MAILBOX);
        parts.setSubject(subject);
        parts.setText(text);
        parts.addAttachment("brief.pdf", new ByteArrayResource(attached.pdf()), "application/pdf");
        sender.send(message);
    }

    private String openCase(String title) {
        return admin().post("/api/v1/cases", "{\"type\":\"case-management\",\"title\":\"%s\"}".formatted(title))
                .text("reference");
    }

    private String clerk() {
        return people().named("claire", Role.CLERK, Role.CASE_MANAGER, Role.SUPERVISOR)
                .username();
    }

    /** Eight digits that are not easily taken for one another. */
    private static String number() {
        return new Random()
                .ints(8, 0, 7)
                .mapToObj(digit -> "2345679".substring(digit, digit + 1))
                .collect(Collectors.joining());
    }
}
