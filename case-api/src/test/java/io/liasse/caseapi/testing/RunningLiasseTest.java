package io.liasse.caseapi.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.access.Role;
import org.junit.jupiter.api.Test;

class RunningLiasseTest extends RunningLiasse {
    @Test
    void tellsEveryoneThatItIsWell() {
        Answer health = nobody().get("/actuator/health");
        assertThat(health.status()).as(health.toString()).isEqualTo(200);
        assertThat(health.text("status")).isEqualTo("UP");
        assertThat(health.json().propertyNames()).containsExactlyInAnyOrder("status", "groups");
    }

    @Test
    void signsInWhoeverIsKnown() {
        assertThat(admin().get("/api/v1/me").text("username")).isEqualTo("admin");
        assertThat(as(Role.CLERK).get("/api/v1/me").text("roles")).isEmpty();
        assertThat(as(Role.CLERK).get("/api/v1/me").json().get("roles").toString())
                .isEqualTo("[\"CLERK\"]");
    }
}
