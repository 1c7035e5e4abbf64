package io.liasse.store.document;

/** Where a document stands on its way. */
public enum DocumentState {
    RECEIVED,
    READING,
    INBOX,
    FILED,
    FAILED,
    NEEDS_PASSWORD,
    /** A virus was found in it: kept, and opened by nobody but administrators. */
    QUARANTINED,
    /** Its pages are in other documents now; only its original and its pictures are still looked at. */
    DIVIDED,
    /** A person said that it does not belong here; kept, and out of the inbox until that is taken back. */
    NOT_OURS;

    /** Whether nothing more happens without a person. */
    public boolean isFinal() {
        return switch (this) {
            case RECEIVED, READING -> false;
            case INBOX, FILED, FAILED, NEEDS_PASSWORD, QUARANTINED, DIVIDED, NOT_OURS -> true;
        };
    }
}
