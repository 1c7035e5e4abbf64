package io.liasse.store.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a bundled server: {@code data/}, {@code log/}, {@code password} (readable by the owner only) and
 * {@code lock}, which the kernel releases when its holder dies, however it dies.
 */
final class DataFolder {
    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes possession, or fails when another running program has it. */
    static DataFolder taken(Path root) throws IOException {
        Files.createDirectories(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (held(channel) == null) {
            channel.close();
            throw new IOException("another running program owns " + root);
        }
        return new DataFolder(root, channel);
    }

    private static @Nullable FileLock held(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void release() throws IOException {
        lock.close();
    }

    Path data() {
        return root.resolve("data");
    }

    Path startLog() {
        return root.resolve("start.log");
    }

    String password() throws IOException {
        return Files.readString(root.resolve("password")).strip();
    }

    boolean isInitialised() {
        return Files.exists(data());
    }

    /** Makes {@code data/}, which appears whole or not at all. */
    void initialise(PostgresCommands commands, ServerSettings settings) throws IOException {
        Path fresh = root.resolve("initialising");
        FileTree.remove(fresh);
        Path password = writePassword();
        commands.run("initdb", options(fresh, password, settings));
        Files.writeString(fresh.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude 'liasse.conf'\n", StandardOpenOption.APPEND);
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<String> options(Path fresh, Path password, ServerSettings settings) {
        return List.of(
                "--pgdata=" + fresh,
                "--username=" + BundledPostgres.USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                settings.initialisation());
    }

    private Path writePassword() throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Path file = root.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, HexFormat.of().formatHex(random));
    }
}
