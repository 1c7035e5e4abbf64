package io.liasse.store.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * Keeps objects in a folder: {@code ab/cd/abcd…} after the first digits. Written to {@code incoming/} on the same file
 * system, forced to the disk, then renamed in one step; the folders are forced too, so that the name survives a power
 * cut. One program at a time owns the folder.
 */
final class FolderObjectStore implements ObjectStore {
    private final Path root;
    private final Spool incoming;

    FolderObjectStore(Path root) {
        this.root = root;
        this.incoming = new Spool(root.resolve("incoming"));
    }

    @Override
    public StoredObject put(InputStream bytes) {
        try {
            Spool.Spooled spooled = incoming.take(bytes, true);
            keep(spooled.file(), spooled.object().hash());
            return spooled.object();
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot store an object", failure);
        }
    }

    private void keep(Path file, Sha256 hash) throws IOException {
        try {
            Path folder = folder(hash);
            makeFolder(hash);
            Files.move(file, place(hash), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private void makeFolder(Sha256 hash) throws IOException {
        Path folder = folder(hash);
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        force(root.resolve(hash.hex().substring(0, 2)));
        force(root);
    }

    @Override
    public InputStream open(Sha256 hash) {
        Path place = place(hash);
        try {
            FileChannel channel = FileChannel.open(place, StandardOpenOption.READ);
            return new VerifiedStream(Channels.newInputStream(channel), hash, channel.size());
        } catch (NoSuchFileException absent) {
            throw new ObjectMissing(hash);
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot open object " + hash, failure);
        }
    }

    @Override
    public InputStream open(Sha256 hash, long offset, long length) {
        try {
            FileChannel channel = FileChannel.open(place(hash), StandardOpenOption.READ);
            if (offset < 0 || length < 0 || offset + length > channel.size()) {
                channel.close();
                throw new IllegalArgumentException("outside of the object");
            }
            channel.position(offset);
            return new LimitedStream(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException absent) {
            throw new ObjectMissing(hash);
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot open object " + hash, failure);
        }
    }

    @Override
    public OptionalLong size(Sha256 hash) {
        try {
            return OptionalLong.of(Files.size(place(hash)));
        } catch (NoSuchFileException absent) {
            return OptionalLong.empty();
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot look at object " + hash, failure);
        }
    }

    @Override
    public void delete(Sha256 hash) {
        try {
            Files.deleteIfExists(place(hash));
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot delete object " + hash, failure);
        }
    }

    private Path place(Sha256 hash) {
        return folder(hash).resolve(hash.hex());
    }

    private Path folder(Sha256 hash) {
        return root.resolve(hash.hex().substring(0, 2)).resolve(hash.hex().substring(2, 4));
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
