package io.liasse.routes.reading;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The virus scanner cannot be asked, or says what nobody understands. */
final class ScannerAway extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    ScannerAway(IOException cause) {
        super(cause);
    }
}
