package io.liasse.caseapi.security;

import java.util.List;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param expected outcome by column: nobody, then the roles
 * @param body of the request: JSON for programs, a form for pages; a path's query stands in {@code query}
 */
record AccessRow(String method, String path, Map<String, Outcome> expected, String query, String body) {
    private static final List<String> OBJECTS =
            List.of("/documents/{id}", "/items/{id}", "{reference}", "/inbox/{id}", "/ledger/{id}", "/parties/{id}");

    String address() {
        return method + " " + path;
    }

    Outcome expected(String who) {
        return expected.get(who);
    }

    /** Some addresses belong to the frameworks; the table only knows of them. */
    boolean isTried() {
        return !expected.isEmpty();
    }

    boolean isOfApi() {
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    /** Whether it names a case, a document, an item or a party, which may be hidden. */
    boolean namesAnObject() {
        return OBJECTS.stream().anyMatch(path::contains);
    }
}
