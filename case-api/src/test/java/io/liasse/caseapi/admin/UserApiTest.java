package io.liasse.caseapi.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.RunningLiasse;
import io.liasse.store.access.Role;
import org.junit.jupiter.api.Test;

class UserApiTest extends RunningLiasse {
    @Test
    void makesUsersAndChangesThem() {
        Answer created = admin().post("/api/v1/users", """
                {"username": "new.user", "displayName": "New User", "language": "it", "roles": ["CLERK"],
                 "password": "correct horse battery"}
                """);
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(nobody().signedInAs("new.user", PASSWORD).get("/api/v1/me").text("language"))
                .isEqualTo("it");
        Answer changed = admin().with("If-Match", created.header("ETag"))
                .patch(created.header("Location"), "{\"enabled\": false}");
        assertThat(changed.json().get("enabled").asBoolean()).isFalse();
        assertThat(nobody().signedInAs("new.user", PASSWORD).get("/api/v1/me").status())
                .isEqualTo(401);
        assertThat(admin().get("/api/v1/users?limit=200").text()).contains("new.user");
    }

    @Test
    void keepsUsersForAdministrators() {
        for (Role role : new Role[] {Role.CLERK, Role.SUPERVISOR, Role.EXTERNAL_SYSTEM}) {
            assertThat(as(role).get("/api/v1/users").status()).isEqualTo(403);
        }
    }

    @Test
    void makesTokensThatWorkAndShowsTheirSecretOnce() {
        Answer made = as(Role.EXTERNAL_SYSTEM).post("/api/v1/tokens", "{\"name\": \"scanner\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.text("secret")).startsWith("liasse_");
        assertThat(nobody().withToken(made.text("secret")).get("/api/v1/me").text("username"))
                .isEqualTo("external-system");
        assertThat(as(Role.EXTERNAL_SYSTEM).get("/api/v1/tokens").text())
                .contains("scanner")
                .doesNotContain("liasse_");
        String path = "/api/v1/tokens/" + made.text("id");
        assertThat(as(Role.CLERK).delete(path).status()).isEqualTo(404);
        assertThat(as(Role.EXTERNAL_SYSTEM).delete(path).status()).isEqualTo(204);
        assertThat(nobody().withToken(made.text("secret")).get("/api/v1/me").status())
                .isEqualTo(401);
    }
}
