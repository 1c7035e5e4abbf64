package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Field;
import io.liasse.store.document.NewSection;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.SourcePage;
import io.liasse.store.object.Sha256;
import io.liasse.store.object.StoredObject;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DividedStackTest {
    @TempDir
    static Path home;

    private static Program program;
    private static Viewer clerk;

    @BeforeAll
    static void start() {
        program = Program.start(TestDatabase.fresh(), home);
        clerk = program.user(Role.CLERK);
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void findsTheDocumentsMadeOfAStackAndNotTheStackAndTheOtherWayRoundAfterwards() {
        DocumentId stack = program.read("Stapel", "de", null, "Quittenbaum", "Apfelbaum");
        awaitFound("quittenbaum", stack);
        program.documents().orderDivision(List.of(stack), null, clerk);
        program.documents().startReading(stack);
        List<Document> made =
                program.documents().divide(List.of(stack), List.of(section(stack, 1, "1"), section(stack, 2, "2")));
        record(made.getFirst(), "Quittenbaum", "4711");
        record(made.getLast(), "Apfelbaum", "4712");
        awaitFound("quittenbaum", made.getFirst().id());
        awaitFound("apfelbaum", made.getLast().id());

        for (String typed : List.of("ASN4712", "asn 004712", "4712")) {
            assertThat(found(typed)).as(typed).containsExactly(made.getLast().id());
        }
        program.documents().undoDivision(stack, clerk);
        awaitFound("quittenbaum", stack);
        awaitFound("apfelbaum", stack);
        assertThat(found("ASN4712")).isEmpty();
    }

    private static NewSection section(DocumentId stack, int page, String digit) {
        StoredObject object = new StoredObject(new Sha256(digit.repeat(64)), 1);
        return new NewSection("part " + page, object, "application/pdf", null, List.of(new SourcePage(stack, page)));
    }

    private static void record(Document document, String text, String number) {
        program.documents()
                .recordRead(
                        document.id(),
                        new ReadResult(
                                "application/pdf",
                                null,
                                null,
                                "de",
                                null,
                                1,
                                List.of(new PageText(1, text, "layer", null, "de", null, 595, 842)),
                                List.of(new Field(Field.ARCHIVE_NUMBER, number, 1, null, 1.0, null)),
                                List.of(),
                                List.of()));
        program.documents().toInbox(document.id(), List.of(), null);
    }

    private static void awaitFound(String typed, DocumentId expected) {
        await().untilAsserted(() -> assertThat(found(typed)).containsExactly(expected));
    }

    private static List<DocumentId> found(String typed) {
        return program.search().find(Question.of(typed), clerk).hits().stream()
                .map(hit -> new DocumentId(hit.id()))
                .toList();
    }
}
