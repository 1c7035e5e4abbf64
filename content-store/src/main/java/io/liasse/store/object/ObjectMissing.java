package io.liasse.store.object;

/** There is no object of that digest. */
public final class ObjectMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectMissing(Sha256 hash) {
        super("no object " + hash);
    }
}
