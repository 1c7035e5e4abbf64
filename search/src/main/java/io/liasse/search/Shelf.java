package io.liasse.search;

import io.liasse.search.lucene.IndexDamaged;
import io.liasse.search.lucene.LuceneIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of indexes: the one that serves, and the one that is being made to replace it. The file {@code current}
 * names the folder of the last complete index; whatever it does not name is left over and goes. Thread-safe.
 */
final class Shelf implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Path folder;
    private final FileChannel lock;
    private final int bufferMegabytes;
    private Path servingFolder;
    private volatile LuceneIndex serving;
    private volatile boolean complete;

    private Shelf(Path folder, FileChannel lock, int bufferMegabytes) {
        this.folder = folder;
        this.lock = lock;
        this.bufferMegabytes = bufferMegabytes;
        this.servingFolder = named();
        LuceneIndex opened = opened(servingFolder);
        this.complete = opened != null;
        this.serving = opened == null ? startedOver() : opened;
        removeLeftovers();
    }

    /** Takes possession of the folder, which no other program may use meanwhile. */
    static Shelf open(Path folder, int bufferMegabytes) {
        return files(() -> {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                take(lock, folder);
                return new Shelf(folder, lock, bufferMegabytes);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        });
    }

    /** The kernel lets go of it when the program ends, however that happens. */
    private static void take(FileChannel lock, Path folder) throws IOException {
        try {
            if (lock.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException sameProgram) {
            throw new IOException("this program uses the folder already: " + folder, sameProgram);
        }
        throw new IOException("another program uses the folder: " + folder);
    }

    /** The index to search in and to keep abreast. */
    LuceneIndex serving() {
        return serving;
    }

    /** False when the serving index began empty and has to be made anew. */
    boolean isComplete() {
        return complete;
    }

    /** Forgets that the serving index is complete, so that also the next start makes it anew. */
    synchronized void doubt() {
        complete = false;
        files(() -> Files.deleteIfExists(pointer()));
    }

    /** The serving index; when its writer failed, opened again as it was last committed, or else begun anew. */
    synchronized LuceneIndex writable() {
        if (!serving.isWritable()) {
            LuceneIndex failed = serving;
            LuceneIndex opened = opened(servingFolder);
            serving = opened == null ? startedOver() : opened;
            failed.close();
        }
        return serving;
    }

    private LuceneIndex startedOver() {
        complete = false;
        servingFolder = fresh();
        return LuceneIndex.create(servingFolder, bufferMegabytes);
    }

    /** An empty index beside the serving one. */
    Next begin() {
        Path next = fresh();
        return new Next(next, LuceneIndex.create(next, bufferMegabytes));
    }

    /** Serves the next index from now on and throws the present one away. */
    synchronized void serve(Next next) {
        next.index().commit();
        point(next.folder());
        LuceneIndex before = serving;
        serving = next.index();
        servingFolder = next.folder();
        complete = true;
        before.close();
        removeLeftovers();
    }

    /** Throws away an index that did not come to be. */
    synchronized void abandon(Next next) {
        next.index().close();
        removeLeftovers();
    }

    @Override
    public synchronized void close() {
        if (serving.isWritable()) {
            serving.commit();
        }
        serving.close();
        files(() -> {
            lock.close();
            return true;
        });
    }

    private @Nullable LuceneIndex opened(Path named) {
        if (!Files.isDirectory(named)) {
            return null;
        }
        try {
            return LuceneIndex.open(named, bufferMegabytes);
        } catch (IndexDamaged damage) {
            LOG.atWarn().addKeyValue("why", damage.getMessage()).log("there is no index to use, it will be made anew");
            files(() -> Files.deleteIfExists(pointer()));
            return null;
        }
    }

    private Path fresh() {
        return files(() -> Files.createDirectory(folder.resolve("index-" + UUID.randomUUID())));
    }

    private Path pointer() {
        return folder.resolve("current");
    }

    /** Where the complete index is; a folder that does not exist when there is none. */
    private Path named() {
        return files(() -> folder.resolve(
                Files.exists(pointer()) ? Files.readString(pointer()).strip() : "none"));
    }

    /** Atomic: a crash leaves the name of the one or of the other. */
    private void point(Path target) {
        files(() -> {
            Path draft = folder.resolve("current.new");
            Files.writeString(draft, target.getFileName().toString());
            sync(draft, StandardOpenOption.WRITE);
            Files.move(draft, pointer(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder, StandardOpenOption.READ);
            return true;
        });
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private void removeLeftovers() {
        files(() -> {
            try (Stream<Path> indexes = Files.list(folder)) {
                for (Path each : indexes.filter(this::isLeftover).toList()) {
                    remove(each);
                }
            }
            return true;
        });
    }

    private boolean isLeftover(Path path) {
        return Files.isDirectory(path)
                && path.getFileName().toString().startsWith("index-")
                && !path.equals(servingFolder);
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static <T> T files(FileWork<T> work) {
        try {
            return work.done();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An index that is being made. */
    record Next(Path folder, LuceneIndex index) {}

    private interface FileWork<T> {
        T done() throws IOException;
    }
}
