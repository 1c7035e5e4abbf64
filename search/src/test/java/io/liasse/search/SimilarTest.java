package io.liasse.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.document.DocumentId;
import io.liasse.store.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarTest {
    private static final String FUSION =
            "Wirbelsäule Spondylodese Operation Rehabilitation Physiotherapie Lendenwirbel";
    private static final String LEASE = "Mietvertrag Wohnung Nebenkosten Kaution Heizung Hauswart Treppenhaus";

    @TempDir
    Path home;

    private Program program;
    private Viewer owner;
    private Viewer clerk;
    private CaseFile back;
    private CaseFile flat;

    @BeforeEach
    void start() {
        program = Program.start(TestDatabase.fresh(), home);
        owner = program.user(Role.CASE_MANAGER);
        clerk = program.user(Role.CLERK);
        back = program.open("Rücken", true, owner);
        flat = program.open("Wohnung", false, owner);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void findsDocumentsByTheWordsTheyShareUnderTheRightsOfTheViewer() {
        DocumentId first = program.filed(back, "Bericht", FUSION + " stationär").id();
        program.filed(flat, "Vertrag", LEASE + " unbefristet").id();
        program.filed(flat, "Nachtrag", LEASE + " befristet").id();
        DocumentId second = program.filed(back, "Verlauf", FUSION + " ambulant").id();
        DocumentId waiting = program.read("Scan", "de", null, FUSION);

        await().untilAsserted(() -> assertThat(found(first, owner)).containsExactly(second.value()));
        assertThat(found(waiting, clerk)).isEmpty();
        program.cases().grant(back.id(), clerk.user(), CaseRight.READ, owner);
        assertThat(found(waiting, clerk)).containsExactlyInAnyOrder(first.value(), second.value());
        assertThat(program.bean(Similar.class).to(waiting, clerk, 10))
                .allSatisfy(hit -> assertThat(hit.score()).isBetween(0.05, 1.0));
        program.cases().revoke(back.id(), clerk.user(), owner);
        assertThat(found(waiting, clerk)).isEmpty();
        assertThatThrownBy(() -> found(first, clerk)).isInstanceOf(NotFound.class);
    }

    @Test
    void findsTheCasesThatHoldTheLikeWithTheirBestDocument() {
        program.filed(flat, "Vertrag", LEASE + " unbefristet");
        program.filed(flat, "Nachtrag", LEASE + " befristet");
        program.read("Scan", "de", null, LEASE);
        DocumentId best = program.filed(back, "Bericht", FUSION + " stationär").id();
        program.filed(back, "Verlauf", "Spondylodese Operation Lendenwirbel und vieles andere mehr");

        Similar similar = program.bean(Similar.class);
        await().untilAsserted(() -> {
            List<Similar.InCase> found = similar.cases("Nach der " + FUSION, 5);
            assertThat(found).extracting(Similar.InCase::caseId).containsExactly(back.id());
            assertThat(found.getFirst().document()).isEqualTo(best);
            assertThat(found.getFirst().score()).isBetween(0.05, 1.0);
        });
        assertThat(similar.cases("", 5)).isEmpty();
        assertThat(similar.cases("?!", 5)).isEmpty();
        assertThatThrownBy(() -> similar.cases("Brief", 0)).isInstanceOf(InvalidInput.class);
    }

    private List<java.util.UUID> found(DocumentId id, Viewer viewer) {
        return program.bean(Similar.class).to(id, viewer, 10).stream()
                .map(Hit::id)
                .toList();
    }
}
