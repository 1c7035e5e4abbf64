package io.liasse.store.document;

/**
 * What whoever scanned a page should know of it.
 *
 * @param page from 1; 0: of the whole document
 * @param detail pages that are missing, as {@code 2, 4|5}: those of how many; else empty
 * @param dismissed whether a person said that it is fine as it is
 */
public record PageHint(int page, Kind kind, String detail, boolean dismissed) {
    /** One that needs no more words, and nobody has dismissed. */
    public PageHint(int page, Kind kind) {
        this(page, kind, "", false);
    }

    /** What it is. Names are stored. */
    public enum Kind {
        BLURRED,
        CUT,
        UPSIDE_DOWN,
        ON_ITS_SIDE,
        BLANK,
        TOO_DARK,
        TOO_LIGHT,
        TOO_COARSE,
        MISSING_PAGES,
        ONLY_FRONTS,
        ONLY_BACKS;

        /** Whether the page should be scanned again; else it is only good to know. */
        public boolean poor() {
            return switch (this) {
                case BLURRED, CUT, TOO_DARK, TOO_LIGHT, TOO_COARSE, MISSING_PAGES -> true;
                case UPSIDE_DOWN, ON_ITS_SIDE, BLANK, ONLY_FRONTS, ONLY_BACKS -> false;
            };
        }
    }
}
