package io.liasse.capture.signature;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What stands in a file behind the part that was signed. */
final class Tail {
    private Tail() {}

    /** Whether there is nothing but white space. */
    static boolean isBlank(Path file, long from) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(from);
            for (int read = in.read(); read >= 0; read = in.read()) {
                if (read != 0 && !Character.isWhitespace(read)) {
                    return false;
                }
            }
            return true;
        }
    }
}
