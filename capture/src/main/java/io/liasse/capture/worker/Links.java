package io.liasse.capture.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Symbolic links that are laid anew in one step. */
final class Links {
    private Links() {}

    /** Makes {@code link} lead to {@code target}, whatever it led to before. */
    static void lay(Path link, Path target) throws IOException {
        Path fresh = link.resolveSibling(link.getFileName() + ".next");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, target.toAbsolutePath());
        Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
