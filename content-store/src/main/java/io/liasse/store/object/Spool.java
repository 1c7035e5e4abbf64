package io.liasse.store.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of files under way. What a killed program left there is removed by the next one; nobody else writes there.
 * Thread-safe.
 */
final class Spool {
    private final Path folder;

    Spool(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            removeLeftovers();
        } catch (IOException failure) {
            throw new ObjectStoreFailure("cannot use the folder " + folder, failure);
        }
    }

    /** A file with the bytes, and what they are. */
    record Spooled(Path file, StoredObject object) {}

    /** Copies the bytes to a file, digesting them; {@code durable} forces them to the disk. Nothing stays on failure. */
    Spooled take(InputStream bytes, boolean durable) throws IOException {
        Path file = folder.resolve(UUID.randomUUID().toString());
        try {
            return copy(bytes, file, durable);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private static Spooled copy(InputStream bytes, Path file, boolean durable) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
            long size = bytes.transferTo(out);
            if (durable) {
                channel.force(true);
            }
            return new Spooled(file, new StoredObject(Sha256.of(digest.digest()), size));
        }
    }

    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
