package io.liasse.store.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs that travel in a jar, unpacked once into a folder named after the size of their archive. The
 * folder appears whole or not at all, so several programs may unpack at the same time and a crash leaves no half.
 */
final class PostgresBinaries {
    private final Path parent;

    /** {@code parent} holds one folder for each version unpacked. */
    PostgresBinaries(Path parent) {
        this.parent = parent;
    }

    /** The folder with {@code bin/}, {@code lib/} and {@code share/}. */
    Path unpacked() throws IOException {
        URLConnection archive = archive().openConnection();
        Path folder = parent.resolve("programs-" + archive.getContentLengthLong());
        if (!Files.isDirectory(folder)) {
            unpack(archive, folder);
        }
        return folder;
    }

    private static URL archive() {
        String name = "/postgres-%s-%s.txz".formatted(system(), machine());
        URL archive = PostgresBinaries.class.getResource(name);
        if (archive == null) {
            throw new DatabaseFailure(
                    "this build holds no " + name + "; build for this platform or set spring.datasource.url", null);
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("win") ? "windows" : "linux";
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> system().equals("linux") ? "arm_64" : "arm_64v8";
            default -> name;
        };
    }

    private void unpack(URLConnection archive, Path folder) throws IOException {
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, "unpacking-");
        try (InputStream bytes = archive.getInputStream()) {
            unpackInto(half, bytes);
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            FileTree.remove(half);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void unpackInto(Path folder, InputStream archive) throws IOException {
        try (TarArchiveInputStream entries =
                new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
                unpackEntry(folder.resolve(each.getName()).normalize(), each, entries);
            }
        }
    }

    private static void unpackEntry(Path target, TarArchiveEntry entry, InputStream bytes) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolve("..").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(bytes, target);
        boolean program = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
