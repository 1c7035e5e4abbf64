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
            case READING_STARTED, DOCUMENT_READ, READING_RETRIED, PAGES_CHECKED, HINT_DISMISSED, HINT_RESTORED ->
                "scan";
            case READING_FAILED, PASSWORD_NEEDED -> "alert-triangle";
            case DOCUMENT_TO_INBOX, DOCUMENT_TAKEN_BACK, DOCUMENT_FILED, DOCUMENT_REFILED -> "folder";
            case DOCUMENT_NOT_OURS, DOCUMENT_OURS_AGAIN, FILING_UNDONE, HANDING_UNDONE -> "arrow-back-up";
            case DOCUMENT_HANDED_ON -> "users-group";
            case SAMPLE_DRAWN, FILING_CHECKED, FILING_CHECK_UNDONE -> "circle-check";
            case DOCUMENT_CHANGED,
                    TEXT_CORRECTED,
                    DOCUMENT_VERSION_ADDED,
                    EDIT_ORDERED,
                    EDIT_FAILED,
                    DOCUMENT_DIVIDED,
                    DOCUMENT_MERGED,
                    DOCUMENT_MADE,
                    DIVISION_ORDERED,
                    DIVISION_UNDONE,
                    DOCUMENT_WITHDRAWN -> "versions";
            case DOCUMENT_TRASHED, DOCUMENT_DELETED -> "trash";
            case DOCUMENT_RESTORED -> "arrow-back-up";
            case DOCUMENT_TAGGED,
                    CASE_TAGGED,
                    TAG_CREATED,
                    TAG_CHANGED,
                    TAG_REMOVED,
                    DOCUMENT_TYPE_ADDED,
                    DOCUMENT_TYPE_CHANGED,
                    FILING_RULES_SAVED -> "tag";
            case DOCUMENT_MARKED, DOCUMENT_UNMARKED -> "flag";
            case DOCUMENT_OPENED, CASE_VIEWED, SEARCHED -> "eye";
            case CASE_OPENED, CASE_REOPENED -> "folder-open";
            case CASE_CHANGED -> "pencil";
            case CASE_CLOSED -> "circle-check";
            case CASE_NOTED -> "note";
            case TELEPHONE_NOTED -> "phone";
            case AWAITED_ADDED, AWAITED_CHANGED, AWAITED_ARRIVED, AWAITED_GIVEN_UP, AWAITED_OPENED -> "clock";
            case GOAL_ADDED, GOAL_CHANGED, GOAL_MEASURED, GOAL_ASSESSED, GOAL_GIVEN_UP, GOAL_REOPENED -> "flag";
            case MEASURE_ADDED, MEASURE_CHANGED -> "activity";
            case PLAN_SETTLED -> "signature";
            case CASE_LINKED, CASE_UNLINKED -> "link";
            case CONSENT_GIVEN, CONSENT_WITHDRAWN, CONSENT_RESTORED, WITHDRAWAL_TOLD -> "signature";
            case DISCLOSED -> "message";
            case COST_ADDED, COST_CHANGED, COST_REMOVED, COST_RESTORED, BUDGET_SET -> "file-invoice";
            case TASK_ADDED, TASK_CHANGED, TASK_TAKEN, TASK_DONE, TASK_DROPPED, TASK_REOPENED -> "square-check";
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
