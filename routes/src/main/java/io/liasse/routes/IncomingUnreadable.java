package io.liasse.routes;

import java.io.IOException;

/** The sender's bytes ended in a fault before their end; nothing of them was taken. Becomes status 400. */
public final class IncomingUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncomingUnreadable(IOException cause) {
        super("what was sent cannot be read to its end", cause);
    }
}
