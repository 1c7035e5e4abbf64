package io.liasse.caseapi.cases;

import io.liasse.store.document.Document;
import io.liasse.store.journal.Action;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a case, for people.
 *
 * @param actor name of a user, or key of a part of the program
 * @param byProgram whether a part of the program did it
 * @param document it was about, if it belongs to this case
 * @param text of a note
 * @param facts what changed, as the journal says
 */
record TimelineEntry(
        Instant at,
        Action action,
        String actor,
        boolean byProgram,
        @Nullable Document document,
        @Nullable String text,
        List<Fact> facts) {
    /** One value, and the one it had before where that is known. */
    record Fact(String name, Term after, @Nullable Term before) {}

    /** A value; {@code key} is that of its text, null where the value speaks for itself. */
    record Term(String value, @Nullable String key) {
        static Term plain(String value) {
            return new Term(value, null);
        }
    }

    TimelineEntry {
        facts = List.copyOf(facts);
    }

    public String icon() {
        return switch (action) {
            case ITEM_RECEIVED, DOCUMENT_RECEIVED -> "inbox";
            case READING_STARTED, DOCUMENT_READ, READING_RETRIED -> "scan";
            case READING_FAILED, PASSWORD_NEEDED -> "alert-triangle";
            case DOCUMENT_TO_INBOX, DOCUMENT_FILED, DOCUMENT_REFILED -> "folder";
            case DOCUMENT_CHANGED, DOCUMENT_VERSION_ADDED -> "versions";
            case DOCUMENT_OPENED, CASE_VIEWED, SEARCHED -> "eye";
            case CASE_OPENED, CASE_REOPENED -> "folder-open";
            case CASE_CHANGED -> "pencil";
            case CASE_CLOSED -> "circle-check";
            case CASE_NOTED -> "note";
            case PARTICIPANT_ADDED, PARTICIPANT_ENDED, PARTY_CREATED, PARTY_CHANGED -> "users-group";
            case RIGHT_GRANTED, RIGHT_REVOKED -> "shield-lock";
            case USER_CREATED,
                    USER_CHANGED,
                    PASSWORD_CHANGED,
                    TOKEN_CREATED,
                    TOKEN_REVOKED,
                    SIGNED_IN,
                    SIGN_IN_REFUSED -> "user";
        };
    }
}
