package io.liasse.store.database;

import org.jspecify.annotations.Nullable;

/** The bundled PostgreSQL cannot be unpacked, started or stopped; the message says what to do where it is known. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
