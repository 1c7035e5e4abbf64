package io.liasse.caseapi.cases;

import io.liasse.store.journal.Action;
import java.util.EnumSet;
import java.util.Set;

/** What the timeline of a case can be narrowed to. */
enum TimelineKind {
    /** Everything but who looked at what. */
    EVENTS,
    DOCUMENTS,
    NOTES,
    CHANGES,
    PEOPLE,
    /** Who looked at the case and its documents. */
    READS,
    ALL;

    /** Whether it tells who looked at what, which is not for everybody. */
    boolean tellsReads() {
        return this == READS || this == ALL;
    }

    /** Empty means all. */
    Set<Action> actions() {
        return switch (this) {
            case EVENTS ->
                EnumSet.complementOf(EnumSet.of(
                        Action.CASE_VIEWED, Action.DOCUMENT_OPENED, Action.SEARCHED, Action.READING_STARTED));
            case DOCUMENTS ->
                EnumSet.of(
                        Action.DOCUMENT_FILED,
                        Action.DOCUMENT_REFILED,
                        Action.FILING_UNDONE,
                        Action.DOCUMENT_CHANGED,
                        Action.DOCUMENT_VERSION_ADDED,
                        Action.DOCUMENT_DIVIDED,
                        Action.DOCUMENT_MERGED,
                        Action.DOCUMENT_MADE,
                        Action.DIVISION_UNDONE,
                        Action.DOCUMENT_WITHDRAWN,
                        Action.DOCUMENT_TAGGED,
                        Action.DOCUMENT_MARKED,
                        Action.DOCUMENT_UNMARKED,
                        Action.DOCUMENT_TRASHED,
                        Action.DOCUMENT_RESTORED,
                        Action.DOCUMENT_DELETED,
                        Action.TEXT_CORRECTED,
                        Action.DOCUMENT_READ,
                        Action.READING_FAILED);
            case NOTES -> EnumSet.of(Action.CASE_NOTED, Action.TELEPHONE_NOTED);
            case CHANGES ->
                EnumSet.of(
                        Action.CASE_OPENED,
                        Action.CASE_CHANGED,
                        Action.AWAITED_ADDED,
                        Action.AWAITED_CHANGED,
                        Action.AWAITED_ARRIVED,
                        Action.AWAITED_GIVEN_UP,
                        Action.AWAITED_OPENED,
                        Action.GOAL_ADDED,
                        Action.GOAL_CHANGED,
                        Action.GOAL_MEASURED,
                        Action.GOAL_ASSESSED,
                        Action.GOAL_GIVEN_UP,
                        Action.GOAL_REOPENED,
                        Action.MEASURE_ADDED,
                        Action.MEASURE_CHANGED,
                        Action.PLAN_SETTLED,
                        Action.TASK_ADDED,
                        Action.TASK_CHANGED,
                        Action.TASK_TAKEN,
                        Action.TASK_DONE,
                        Action.TASK_DROPPED,
                        Action.TASK_REOPENED,
                        Action.CASE_LINKED,
                        Action.CASE_UNLINKED,
                        Action.CONSENT_GIVEN,
                        Action.CONSENT_WITHDRAWN,
                        Action.CONSENT_RESTORED,
                        Action.WITHDRAWAL_TOLD,
                        Action.DISCLOSED,
                        Action.COST_ADDED,
                        Action.COST_CHANGED,
                        Action.COST_REMOVED,
                        Action.COST_RESTORED,
                        Action.BUDGET_SET,
                        Action.CASE_CLOSED,
                        Action.CASE_REOPENED);
            case PEOPLE ->
                EnumSet.of(
                        Action.PARTICIPANT_ADDED, Action.PARTICIPANT_ENDED, Action.RIGHT_GRANTED, Action.RIGHT_REVOKED);
            case READS -> EnumSet.of(Action.CASE_VIEWED, Action.DOCUMENT_OPENED);
            case ALL -> EnumSet.noneOf(Action.class);
        };
    }
}
