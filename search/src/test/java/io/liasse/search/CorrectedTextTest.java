package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Corrections;
import io.liasse.store.document.DocumentId;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectedTextTest {
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
    void findsWhatWasReadAndWhatWasCorrectedAndShowsThePlace() {
        DocumentId letter = program.read("Brief", "de", null, "Deckblatt", "Rechnung von Brurner AG über Logopädie");
        awaitFound("brurner", letter);
        correct(letter, 2, "Rechnung von Brunner AG über Logopädie");
        awaitFound("brunner", letter);
        awaitFound("brurner", letter);
        awaitFound("\"von Brunner AG\"", letter);
        awaitFound("\"von Brurner AG\"", letter);
        assertThat(hit("brunner").page()).isEqualTo(2);
        assertThat(hit("brunner").snippet()).contains("<mark>Brunner</mark>");
        assertThat(hit("brurner").page()).isEqualTo(2);
        assertThat(hit("brurner").snippet()).contains("<mark>Brurner</mark>");
        assertThat(hit("logopädie").snippet()).contains("Brunner").contains("<mark>Logopädie</mark>");

        correct(letter, 2, null);
        await().untilAsserted(() -> assertThat(found("brunner")).isEmpty());
        awaitFound("brurner", letter);
    }

    @Test
    void findsTheCorrectionOfTheOnlyPageAndAfterReadingAgainToo() {
        DocumentId note = program.read("Notiz", "fr", null, "Vu le docteur Chevaller");
        correct(note, 1, "Vu le docteur Chevallier");
        awaitFound("chevallier", note);
        program.documents().retry(note, clerk);
        program.documents().startReading(note);
        assertThat(found("chevallier")).containsExactly(note);
        program.indexer().rebuild();
        await().untilAsserted(() ->
                assertThat(program.indexer().status().rebuilding()).isNull());
        awaitFound("chevallier", note);
        awaitFound("chevaller", note);
    }

    @Test
    void showsCorrectionsToThoseOnlyWhoMaySeeTheDocument() {
        DocumentId secret = program.read("Vertraulich", "de", null, "Geheimes Gutachten");
        correct(secret, 1, "Geheimes Quarzgutachten");
        awaitFound("quarzgutachten", secret);
        Viewer stranger = program.user(Role.CASE_MANAGER);
        assertThat(program.search()
                        .find(Question.of("quarzgutachten"), stranger)
                        .hits())
                .isEmpty();
    }

    private static void correct(DocumentId id, int page, @org.jspecify.annotations.Nullable String text) {
        Corrections corrections = program.bean(Corrections.class);
        corrections.correct(id, page, text, corrections.page(id, page, clerk).revision(), clerk);
    }

    private static Hit hit(String typed) {
        return program.search().find(Question.of(typed), clerk).hits().getFirst();
    }

    private static void awaitFound(String typed, DocumentId expected) {
        await().untilAsserted(() -> assertThat(found(typed)).as(typed).containsExactly(expected));
    }

    private static List<DocumentId> found(String typed) {
        return program.search().find(Question.of(typed), clerk).hits().stream()
                .map(hit -> new DocumentId(hit.id()))
                .toList();
    }
}
