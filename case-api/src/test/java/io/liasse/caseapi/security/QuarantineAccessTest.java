package io.liasse.caseapi.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.Caller;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import io.liasse.store.access.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a virus was found in: its file is for administrators who may see the document, its content for nobody. */
class QuarantineAccessTest extends RunningLiasse {
    private static final String CONTENT = "plague inside";
    private static final List<String> OF_CONTENT =
            List.of("/original", "/pdf", "/text", "/pages/1.png", "/thumbnail", "/alto");

    @Autowired
    private AccessWorld world;

    @TestFactory
    Stream<DynamicTest> noAddressShowsItsContentToAnyRole() {
        return AccessTable.rows().stream()
                .filter(AccessRow::isTried)
                .filter(row -> row.method().equals("GET"))
                .map(row -> DynamicTest.dynamicTest(row.address(), () -> tryWithEveryone(row)));
    }

    private void tryWithEveryone(AccessRow row) {
        List<String> shown = new ArrayList<>();
        world.callersOf(row, address(), PASSWORD).forEach((who, call) -> {
            Answer answer = call.answer(world.quarantined());
            if (answer.text().contains(CONTENT)) {
                shown.add(who);
            }
        });
        assertThat(shown).as(row.address()).isEmpty();
    }

    @Test
    void whoMaySeeTheDocumentIsRefusedWhateverIsInItUnlessAnAdministrator() {
        Caller supervisor = caller(seer());
        String document = "/api/v1/documents/" + world.quarantined().document();

        assertThat(supervisor.get(document).status()).isEqualTo(200);
        for (String each : OF_CONTENT) {
            assertThat(supervisor.get(document + each).status()).as(each).isEqualTo(403);
        }
        assertThat(supervisor.get(document).json().path("fields")).isEmpty();
        assertThat(supervisor.get(document).text()).doesNotContain(CONTENT);
    }

    @Test
    void anAdministratorWhoMaySeeItTakesTheFileOutAndNothingElseIsLeft() {
        Caller warden = caller(world.warden());
        String document = "/api/v1/documents/" + world.quarantined().document();

        assertThat(warden.get(document + "/original").text()).isEqualTo(CONTENT);
        assertThat(warden.get(document + "/original").header("Content-Disposition"))
                .startsWith("attachment");
        for (String each : OF_CONTENT.subList(1, OF_CONTENT.size())) {
            assertThat(warden.get(document + each).status()).as(each).isEqualTo(404);
        }
    }

    @Test
    void searchAndCompletionDoNotKnowIt() {
        world.quarantined();
        for (User who : List.of(world.warden(), seer())) {
            Caller caller = caller(who);
            for (String text : List.of("plague", world.quarantined().document())) {
                Answer found = caller.get("/api/v1/search?q=" + text);
                assertThat(found.json().path("hits")).as(who.username()).isEmpty();
                assertThat(caller.get("/api/v1/search/suggest?q=" + text).text())
                        .doesNotContain(world.quarantined().document());
            }
        }
    }

    private Caller caller(User user) {
        return nobody().signedInAs(user.username(), PASSWORD);
    }

    /** Everything but an administrator. */
    private User seer() {
        return people().named("seer", Role.SUPERVISOR, Role.CLERK, Role.CASE_MANAGER, Role.RECORDS_OFFICER);
    }
}
