package io.liasse.store;

/** Somebody else changed it in between, or its state does not admit the change. Becomes status 409 or 412. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean stale;

    private Conflict(String message, boolean stale) {
        super(message);
        this.stale = stale;
    }

    /** The version the caller knew is not the current one (412). */
    public static Conflict stale(String what) {
        return new Conflict(what + " was changed in between", true);
    }

    /** The current state does not admit this (409). */
    public static Conflict state(String why) {
        return new Conflict(why, false);
    }

    public boolean stale() {
        return stale;
    }
}
