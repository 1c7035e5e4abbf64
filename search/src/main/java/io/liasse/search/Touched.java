package io.liasse.search;

import io.liasse.store.journal.JournalEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a batch of journal entries may have changed in the index, each named once. Tags that get another name, or are done
 * away with, change nothing: the index holds their ids only, and {@link Search} asks the database which of them there are.
 */
final class Touched {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    final Set<UUID> documents = new HashSet<>();
    /** Cases whose title, phase or tags may be others. */
    final Set<UUID> changed = new HashSet<>();

    /** People who are new or may take part in other cases. */
    final Set<UUID> people = new HashSet<>();

    /** Cases that are new or in which others may take part; their people have to be looked at too. */
    final Set<UUID> gatherings = new HashSet<>();

    /** People who may be called otherwise now, in their cases too. */
    final Set<UUID> renamed = new HashSet<>();

    static Touched by(List<JournalEntry> entries) {
        Touched touched = new Touched();
        entries.forEach(touched::add);
        return touched;
    }

    private void add(JournalEntry entry) {
        switch (entry.action()) {
            case DOCUMENT_RECEIVED,
                    DOCUMENT_READ,
                    READING_FAILED,
                    READING_RETRIED,
                    DOCUMENT_TO_INBOX,
                    DOCUMENT_TAKEN_BACK,
                    DOCUMENT_FILED,
                    DOCUMENT_REFILED,
                    DOCUMENT_CHANGED,
                    DOCUMENT_DIVIDED,
                    DOCUMENT_MERGED,
                    DOCUMENT_MADE,
                    DIVISION_UNDONE,
                    DOCUMENT_WITHDRAWN,
                    DOCUMENT_TRASHED,
                    DOCUMENT_RESTORED,
                    DOCUMENT_DELETED,
                    DOCUMENT_NOT_OURS,
                    DOCUMENT_OURS_AGAIN,
                    FILING_UNDONE,
                    TEXT_CORRECTED,
                    DOCUMENT_TAGGED,
                    DOCUMENT_VERSION_ADDED -> document(entry);
            case CASE_CHANGED, CASE_CLOSED, CASE_REOPENED, CASE_TAGGED -> caseFile(entry, changed);
            case CASE_OPENED, PARTICIPANT_ADDED, PARTICIPANT_ENDED -> {
                caseFile(entry, gatherings);
                parties(entry, people);
            }
            case PARTY_CREATED -> parties(entry, people);
            case PARTY_CHANGED -> parties(entry, renamed);
            case ITEM_RECEIVED,
                    READING_STARTED,
                    PAGES_CHECKED,
                    HINT_DISMISSED,
                    HINT_RESTORED,
                    DOCUMENT_MARKED,
                    DOCUMENT_UNMARKED,
                    DOCUMENT_TYPE_ADDED,
                    DOCUMENT_TYPE_CHANGED,
                    TAG_CREATED,
                    TAG_CHANGED,
                    TAG_REMOVED,
                    FILING_RULES_SAVED,
                    AWAITED_ADDED,
                    AWAITED_CHANGED,
                    AWAITED_ARRIVED,
                    AWAITED_GIVEN_UP,
                    AWAITED_OPENED,
                    GOAL_ADDED,
                    GOAL_CHANGED,
                    GOAL_MEASURED,
                    GOAL_ASSESSED,
                    GOAL_GIVEN_UP,
                    GOAL_REOPENED,
                    MEASURE_ADDED,
                    MEASURE_CHANGED,
                    PLAN_SETTLED,
                    TASK_ADDED,
                    TASK_CHANGED,
                    TASK_TAKEN,
                    TASK_DONE,
                    TASK_DROPPED,
                    TASK_REOPENED,
                    CASE_LINKED,
                    CASE_UNLINKED,
                    CONSENT_GIVEN,
                    CONSENT_WITHDRAWN,
                    CONSENT_RESTORED,
                    WITHDRAWAL_TOLD,
                    DISCLOSED,
                    COST_ADDED,
                    COST_CHANGED,
                    COST_REMOVED,
                    COST_RESTORED,
                    BUDGET_SET,
                    PASSWORD_NEEDED,
                    DOCUMENT_OPENED,
                    DIVISION_ORDERED,
                    EDIT_ORDERED,
                    EDIT_FAILED,
                    DOCUMENT_HANDED_ON,
                    HANDING_UNDONE,
                    SAMPLE_DRAWN,
                    FILING_CHECKED,
                    FILING_CHECK_UNDONE,
                    CASE_VIEWED,
                    CASE_NOTED,
                    TELEPHONE_NOTED,
                    RIGHT_GRANTED,
                    RIGHT_REVOKED,
                    SEARCHED,
                    USER_CREATED,
                    USER_CHANGED,
                    PASSWORD_CHANGED,
                    TOKEN_CREATED,
                    TOKEN_REVOKED,
                    SIGNED_IN,
                    SIGN_IN_REFUSED -> {}
        }
    }

    private void document(JournalEntry entry) {
        if (entry.document() != null) {
            documents.add(entry.document().value());
        }
    }

    private static void caseFile(JournalEntry entry, Set<UUID> into) {
        if (entry.caseId() != null) {
            into.add(entry.caseId().value());
        }
    }

    /** Parties stand in the details; to look at something that is none does no harm. */
    private static void parties(JournalEntry entry, Set<UUID> into) {
        entry.details().values().stream()
                .filter(value -> UUID_FORM.matcher(value).matches())
                .map(UUID::fromString)
                .forEach(into::add);
    }
}
