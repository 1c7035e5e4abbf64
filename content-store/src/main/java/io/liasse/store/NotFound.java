package io.liasse.store;

/** There is no such thing, or the viewer may not know that there is. Becomes status 404. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(what);
    }
}
