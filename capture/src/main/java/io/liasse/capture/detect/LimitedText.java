package io.liasse.capture.detect;

import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.RefusedException;
import java.io.StringWriter;

/** Gathers text up to twenty million characters, which no document for people has. */
final class LimitedText extends StringWriter {
    private static final int MOST = 20_000_000;

    @Override
    public void write(int character) {
        super.write(character);
        check();
    }

    @Override
    public void write(char[] characters, int from, int length) {
        super.write(characters, from, length);
        check();
    }

    @Override
    public void write(String text, int from, int length) {
        super.write(text, from, length);
        check();
    }

    @Override
    public void write(String text) {
        super.write(text);
        check();
    }

    private void check() {
        if (getBuffer().length() > MOST) {
            throw RefusedException.failed(null, Cause.TOO_LARGE_UNPACKED, "text");
        }
    }
}
