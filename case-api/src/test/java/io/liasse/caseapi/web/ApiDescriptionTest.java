package io.liasse.caseapi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.caseapi.testing.Answer;
import io.liasse.caseapi.testing.RunningLiasse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends RunningLiasse {
    @Test
    void describesEveryCallOfTheContract() {
        JsonNode description = nobody().get("/v3/api-docs").json();
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.get("paths").propertyNames())
                .contains(
                        "/api/v1/documents",
                        "/api/v1/documents/{id}",
                        "/api/v1/documents/{id}/original",
                        "/api/v1/documents/{id}/pdf",
                        "/api/v1/documents/{id}/text",
                        "/api/v1/documents/{id}/pages/{page}.png",
                        "/api/v1/documents/{id}/thumbnail",
                        "/api/v1/documents/{id}/alto",
                        "/api/v1/documents/{id}/events",
                        "/api/v1/documents/events",
                        "/api/v1/documents/{id}/hints/{page}/{kind}",
                        "/api/v1/documents/{id}/file",
                        "/api/v1/documents/{id}/retry",
                        "/api/v1/documents/{id}/split",
                        "/api/v1/documents/{id}/rotate",
                        "/api/v1/documents/{id}/merge",
                        "/api/v1/documents/{id}/pages",
                        "/api/v1/documents/{id}/versions",
                        "/api/v1/documents/{id}/versions/{number}/pdf",
                        "/api/v1/documents/{id}/similar",
                        "/api/v1/documents/{id}/filing",
                        "/api/v1/document-types",
                        "/api/v1/document-types/{key}",
                        "/api/v1/filing-rules",
                        "/api/v1/filing-rules/versions",
                        "/api/v1/filing-rules/trial",
                        "/api/v1/items",
                        "/api/v1/items/{id}",
                        "/api/v1/cases",
                        "/api/v1/cases/{reference}",
                        "/api/v1/cases/{reference}/overview",
                        "/api/v1/cases/{reference}/documents",
                        "/api/v1/cases/{reference}/timeline",
                        "/api/v1/cases/{reference}/participants",
                        "/api/v1/cases/{reference}/awaited",
                        "/api/v1/cases/{reference}/awaited/{id}",
                        "/api/v1/tasks",
                        "/api/v1/tasks/calendar.ics",
                        "/api/v1/cases/{reference}/tasks",
                        "/api/v1/cases/{reference}/tasks/{id}",
                        "/api/v1/cases/{reference}/tasks/{id}/end",
                        "/api/v1/cases/{reference}/tasks/{id}/reopen",
                        "/api/v1/cases/{reference}/tasks/{id}/take",
                        "/api/v1/cases/{reference}/costs",
                        "/api/v1/cases/{reference}/costs/budget",
                        "/api/v1/cases/{reference}/costs/totals",
                        "/api/v1/cases/{reference}/costs/{id}",
                        "/api/v1/cases/{reference}/costs/{id}/restore",
                        "/api/v1/cases/{reference}/plan",
                        "/api/v1/cases/{reference}/plan/goals",
                        "/api/v1/cases/{reference}/plan/goals/{id}",
                        "/api/v1/cases/{reference}/plan/goals/{id}/assessment",
                        "/api/v1/cases/{reference}/plan/goals/{id}/give-up",
                        "/api/v1/cases/{reference}/plan/goals/{id}/measures",
                        "/api/v1/cases/{reference}/plan/goals/{id}/reopen",
                        "/api/v1/cases/{reference}/plan/goals/{id}/values",
                        "/api/v1/cases/{reference}/plan/measures/{id}",
                        "/api/v1/cases/{reference}/plan/versions",
                        "/api/v1/cases/{reference}/plan/versions/{number}",
                        "/api/v1/search",
                        "/api/v1/search/suggest");
        assertThat(description.at("/components/securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "token", "session");
    }

    @Test
    void describesWhatAPostedDocumentIs() {
        JsonNode post = nobody().get("/v3/api-docs").json().at("/paths/~1api~1v1~1documents/post");
        assertThat(post.at("/requestBody/content").propertyNames()).containsExactly("multipart/form-data");
        assertThat(post.at("/responses").propertyNames()).contains("202", "default");
    }

    @Test
    void hidesWhatCallersDoNotSend() {
        assertThat(nobody().get("/v3/api-docs").text()).doesNotContain("viewer").doesNotContain("signedIn");
    }

    @Test
    void showsADescriptionToRead() {
        Answer start = nobody().get("/swagger-ui.html");
        assertThat(start.status()).isEqualTo(302);
        assertThat(nobody().get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
