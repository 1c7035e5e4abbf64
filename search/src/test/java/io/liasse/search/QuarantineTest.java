package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {
    @Test
    void leavesSearchWhenAVirusIsFoundLaterAndComesBackWhenThereIsNone(@TempDir Path home) {
        try (Program program = Program.start(TestDatabase.fresh(), home)) {
            Viewer clerk = program.user(Role.CLERK, Role.ADMINISTRATOR);
            DocumentId letter = program.read("Brief", "de", null, "Quittenbaum");
            await().untilAsserted(() ->
                    assertThat(found(program, "quittenbaum", clerk)).containsExactly(letter));

            again(program, letter, clerk);
            program.documents().refuse(letter, DocumentState.QUARANTINED, "virus|Test");
            assertThat(found(program, "quittenbaum", clerk)).isEmpty();
            assertThat(found(program, letter.toString(), clerk)).isEmpty();
            assertThat(program.documents().pages(letter)).isEmpty();
            assertThat(program.documents().renditions(letter)).isEmpty();
            await().untilAsserted(() -> assertThat(program.search()
                            .find(Question.of("quittenbaum"), clerk)
                            .total())
                    .isZero());

            again(program, letter, clerk);
            program.documents().recordRead(letter, result());
            program.documents().toInbox(letter, List.of(), null);
            await().untilAsserted(() ->
                    assertThat(found(program, "quittenbaum", clerk)).containsExactly(letter));
        }
    }

    private static void again(Program program, DocumentId id, Viewer by) {
        program.documents().retry(id, by);
        program.documents().startReading(id);
    }

    private static ReadResult result() {
        return new ReadResult(
                "text/plain",
                null,
                null,
                "de",
                null,
                1,
                List.of(new PageText(1, "Quittenbaum", "layer", null, "de", null, 0, 0)),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<DocumentId> found(Program program, String text, Viewer viewer) {
        return program.search().find(Question.of(text), viewer).hits().stream()
                .map(hit -> new DocumentId(hit.id()))
                .toList();
    }
}
