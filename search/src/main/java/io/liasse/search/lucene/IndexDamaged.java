package io.liasse.search.lucene;

/** There is no index there, it cannot be read, or it is of another format: it has to be made anew. */
public final class IndexDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexDamaged(String what) {
        super(what);
    }

    IndexDamaged(Throwable cause) {
        super(cause);
    }
}
