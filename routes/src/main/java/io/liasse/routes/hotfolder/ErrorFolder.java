package io.liasse.routes.hotfolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;

/** Where a file goes that cannot be taken, with a text beside it that says why. */
final class ErrorFolder {
    private final Path folder;

    ErrorFolder(Path folder) {
        this.folder = folder;
    }

    /** Moves the file, keeping its sub-folders; never over an earlier one. */
    void take(Drop drop, String reason, Instant now) throws IOException {
        Path target = free(folder.resolve(drop.relative().toString()));
        Files.createDirectories(target.getParent());
        Files.writeString(
                target.resolveSibling(target.getFileName() + ".reason.txt"),
                "%s%n%s was not taken: %s%n".formatted(now, drop.relative(), reason));
        Files.move(drop.file(), target);
    }

    private static Path free(Path wanted) {
        Path target = wanted;
        for (int number = 1; Files.exists(target, LinkOption.NOFOLLOW_LINKS); number++) {
            target = wanted.resolveSibling(number + "-" + wanted.getFileName());
        }
        return target;
    }
}
