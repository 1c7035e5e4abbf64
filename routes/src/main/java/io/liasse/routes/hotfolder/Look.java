package io.liasse.routes.hotfolder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** One look into a folder and its sub-folders; follows no symbolic links, skips ignored names and the error folder. */
final class Look extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path errors;
    private final List<Drop> found = new ArrayList<>();
    private final List<IOException> closed = new ArrayList<>();

    private Look(Path root, Path errors) {
        this.root = root;
        this.errors = errors;
    }

    static Look into(Path root, Path errors) throws IOException {
        Look look = new Look(root, errors);
        Files.walkFileTree(root, look);
        return look;
    }

    List<Drop> found() {
        return found;
    }

    /** Why sub-folders could not be looked into. */
    List<IOException> closed() {
        return closed;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes seen) {
        boolean skipped = folder.equals(errors) || (!folder.equals(root) && IgnoredNames.ignores(folder));
        return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
        if (!IgnoredNames.ignores(file)) {
            found.add(Drop.of(root, file, seen));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException problem) throws IOException {
        if (path.equals(root)) {
            throw problem;
        }
        if (!(problem instanceof NoSuchFileException)) {
            closed.add(problem);
        }
        return FileVisitResult.CONTINUE;
    }
}
