package io.liasse.store.casefile;

/** What a case has to do with another, said from the one. */
public enum LinkKind {
    RELATED,
    HOUSEHOLD,
    PART_OF,
    HAS_PART,
    FOLLOWS,
    FOLLOWED_BY;

    /** The same, said from the other. */
    public LinkKind inverse() {
        return switch (this) {
            case RELATED, HOUSEHOLD -> this;
            case PART_OF -> HAS_PART;
            case HAS_PART -> PART_OF;
            case FOLLOWS -> FOLLOWED_BY;
            case FOLLOWED_BY -> FOLLOWS;
        };
    }
}
