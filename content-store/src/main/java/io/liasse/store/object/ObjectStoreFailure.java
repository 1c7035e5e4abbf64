package io.liasse.store.object;

import org.jspecify.annotations.Nullable;

/** The store could not do its work: a disk, network or server fault, or content that does not match its digest. */
public final class ObjectStoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ObjectStoreFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
