package io.liasse.store.document;

/** Where a document stands on its way. */
public enum DocumentState {
    RECEIVED,
    READING,
    INBOX,
    FILED,
    FAILED,
    NEEDS_PASSWORD;

    /** Whether nothing more happens without a person. */
    public boolean isFinal() {
        return switch (this) {
            case RECEIVED, READING -> false;
            case INBOX, FILED, FAILED, NEEDS_PASSWORD -> true;
        };
    }
}
