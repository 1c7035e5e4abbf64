package io.liasse.routes.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.routes.PageEditing;
import io.liasse.routes.PageEditing.PageOrder;
import io.liasse.routes.testing.Program;
import io.liasse.routes.testing.Stack;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.FilingOrder;
import io.liasse.store.document.NewVersion;
import io.liasse.store.document.PageEdits;
import io.liasse.store.document.PageText;
import io.liasse.store.document.PageTurn;
import io.liasse.store.document.Version;
import io.liasse.store.journal.Actor;
import io.liasse.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageEditingRestartTest {
    private static final String READING = "liasse.reading.enabled=true";

    @TempDir
    Path home;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void doesAfterARestartWhatWasOrderedBeforeAndOnlyOnce() throws IOException {
        DocumentId id;
        try (Program program = Program.start(home, database, READING)) {
            id = program.receive(
                            Program.upload("letters.pdf"),
                            new Stack().page("alpha").page("beta").pdf())
                    .document();
            awaitFinal(program, id);
        }
        try (Program asleep = Program.start(home, database)) {
            PageOrder order = new PageOrder(List.of(2, 1), Map.of(2, 90), List.of());
            asleep.get(PageEditing.class).arrange(id, order, null, asleep.everybody());
            assertThat(asleep.document(id).state()).isEqualTo(DocumentState.RECEIVED);
            assertThat(asleep.jobs()).isEqualTo(1);
        }
        try (Program program = Program.start(home, database, READING)) {
            awaitFinal(program, id);
            Document edited = program.document(id);
            assertThat(edited.state()).isEqualTo(DocumentState.INBOX);
            assertThat(program.documents().versions(id))
                    .extracting(Version::number)
                    .containsExactly(1, 2);
            assertThat(program.documents().pages(id))
                    .extracting(PageText::text)
                    .satisfiesExactly(
                            first -> assertThat(first).contains("beta"),
                            second -> assertThat(second).contains("alpha"));

            NewVersion again = new NewVersion(
                    List.of(new PageTurn(1, 0)), program.documents().renditions(id), List.of(), Actor.program("test"));
            program.get(PageEdits.class).keep(id, again);
            assertThat(program.document(id)).isEqualTo(edited);
            await().atMost(Duration.ofSeconds(30)).until(() -> program.jobs() == 0);
        }
    }

    @Test
    void putsFiledDocumentsTogetherAfterACrashAndOnlyOnce() throws IOException {
        DocumentId first;
        DocumentId second;
        CaseFile file;
        try (Program program = Program.start(home, database, READING)) {
            file = program.openCase("Crashing");
            first = filed(program, file, "alpha");
            second = filed(program, file, "beta");
        }
        try (Program asleep = Program.start(home, database)) {
            asleep.get(PageEditing.class).merge(first, List.of(second), null, asleep.everybody());
            assertThat(asleep.jobs()).isEqualTo(1);
            // As a process leaves it that dies in the midst of the job.
            asleep.sql().sql("update document set state = 'READING'").update();
        }
        try (Program program = Program.start(home, database, READING)) {
            awaitFinal(program, first);
            assertThat(program.document(first).state()).isEqualTo(DocumentState.DIVIDED);
            assertThat(program.document(second).state()).isEqualTo(DocumentState.DIVIDED);
            List<Document> made = program.get(PageEdits.class).madeOf(second, program.everybody());
            assertThat(made).hasSize(1);
            assertThat(made.getFirst().state()).isEqualTo(DocumentState.FILED);
            assertThat(made.getFirst().caseId()).isEqualTo(file.id());
            assertThat(program.documents().countOf(file.id())).isEqualTo(1);
            assertThat(program.documents().divide(List.of(first, second), List.of()))
                    .as("the same job once more")
                    .isEmpty();
            await().atMost(Duration.ofSeconds(30)).until(() -> program.jobs() == 0);
        }
    }

    private static DocumentId filed(Program program, CaseFile file, String page) throws IOException {
        DocumentId id = program.receive(
                        Program.upload(page + ".pdf"), new Stack().page(page).pdf())
                .document();
        awaitFinal(program, id);
        FilingOrder order = new FilingOrder(file.id(), null, null, null, Map.of());
        return program.documents().file(id, order, null, program.everybody()).id();
    }

    private static void awaitFinal(Program program, DocumentId id) {
        await().atMost(Duration.ofSeconds(120))
                .until(() -> program.document(id).state().isFinal());
    }
}
