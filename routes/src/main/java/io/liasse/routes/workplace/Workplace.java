package io.liasse.routes.workplace;

import io.liasse.store.database.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The first free place under {@code liasse.home/work}, locked until this process ends. What an earlier holder left there
 * is removed: the lock proves that it is gone. The name of the place outlives its holders, so that jobs an earlier holder
 * died with are known to be abandoned. Thread-safe.
 */
@Component
public final class Workplace implements AutoCloseable {
    private static final int MOST = 100;

    private final Path folder;
    private final FileChannel lock;
    private final String name;

    Workplace(DatabaseSettings settings) throws IOException {
        Path work = Files.createDirectories(settings.folder("work"));
        for (int number = 1; number <= MOST; number++) {
            FileChannel held = lock(work.resolve(number + ".lock"));
            if (held != null) {
                this.lock = held;
                this.folder = emptied(work.resolve(Integer.toString(number)));
                this.name = nameIn(work.resolve(number + ".name"));
                return;
            }
        }
        throw new IllegalStateException("no free place in " + work);
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = channel.tryLock();
            if (held != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: the next place is free for sure, or this one tells so.
            channel.close();
            return null;
        }
        channel.close();
        return null;
    }

    private static Path emptied(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }

    private static String nameIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            Files.writeString(file, "liasse-" + UUID.randomUUID());
        }
        return Files.readString(file);
    }

    /** Names this place among all nodes, the same after a restart. */
    public String name() {
        return name;
    }

    /** A new empty folder; closing it removes it with all it holds. */
    public Desk desk() {
        try {
            return new Desk(Files.createTempDirectory(folder, "desk-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    /** A folder for one piece of work. */
    public record Desk(Path folder) implements AutoCloseable {
        public Path file(String name) {
            return folder.resolve(name);
        }

        /** A new empty folder in it. */
        public Path folder(String name) {
            try {
                return Files.createDirectory(folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
