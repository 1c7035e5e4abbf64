package io.liasse.caseapi.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Stacks are divided while the program is killed again and again: each becomes its documents, all of them and once. */
class StackCrashTest {
    private static final int STACKS = 4;
    private static final int LETTERS = 3;

    @TempDir
    Path folder;

    private final Random random = new Random(20261122);

    @Test
    void makesEachDocumentOfAStackOnceWhenKilledAtRandomMoments() throws Exception {
        ServerProcess server = new ServerProcess(folder.resolve("home"), Map.of());
        try {
            server.awaitReady();
            RestClient rest = new RestClient(server.address(), ServerProcess.PASSWORD);
            for (int stack = 0; stack < STACKS; stack++) {
                handIn(stack);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(700, 4500));
                server.killAndRestart();
                server.awaitReady();
            }
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> assertThat(rest.items())
                            .hasSize(STACKS)
                            .allSatisfy(item ->
                                    assertThat(item.get("state").asString()).isEqualTo("WAITING")));
            for (JsonNode item : rest.items()) {
                assertThat(item.get("documents").asInt())
                        .as("the stack and its letters")
                        .isEqualTo(1 + LETTERS);
            }
            for (int stack = 0; stack < STACKS; stack++) {
                for (int letter = 0; letter < LETTERS; letter++) {
                    String marker = marker(stack, letter);
                    await().atMost(Duration.ofSeconds(30))
                            .untilAsserted(() ->
                                    assertThat(rest.found(marker)).as(marker).isEqualTo(1));
                }
            }
        } finally {
            server.stop();
        }
    }

    private static String marker(int stack, int letter) {
        return "stack" + stack + "letter" + letter + "unique";
    }

    private void handIn(int stack) throws IOException {
        Path hot = folder.resolve("home").resolve("hot");
        Path part = hot.resolve("stack-" + stack + ".pdf.part");
        try (PDDocument document = new PDDocument()) {
            for (int letter = 0; letter < LETTERS; letter++) {
                page(document, "Guten Tag, this is a letter of which there is only one. " + marker(stack, letter));
                patch(document);
            }
            document.save(part.toFile());
        }
        Files.move(part, hot.resolve("stack-" + stack + ".pdf"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void page(PDDocument document, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
            pen.newLineAtOffset(60, 700);
            pen.showText(text);
            pen.endText();
        }
    }

    private static void patch(PDDocument document) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
            float top = 800;
            for (double inches : new double[] {0.08, 0.20, 0.08, 0.20}) {
                float high = (float) (inches * 72);
                pen.addRect(190, top - high, 216, high);
                top -= high + 0.08f * 72;
            }
            pen.fill();
        }
    }
}
