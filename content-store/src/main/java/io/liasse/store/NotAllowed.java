package io.liasse.store;

/** The viewer may see this but may not do that with it. Becomes status 403. */
public final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAllowed(String action) {
        super(action);
    }
}
