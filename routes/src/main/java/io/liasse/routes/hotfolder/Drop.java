package io.liasse.routes.hotfolder;

import io.liasse.store.object.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A file in a hot folder, as it was when it was looked at.
 *
 * @param relative its path within the folder
 * @param fileKey the file system's own identity of it, where there is one
 */
record Drop(
        Path file,
        Path relative,
        boolean regular,
        long size,
        FileTime modified,
        @Nullable Object fileKey) {
    static Drop of(Path root, Path file, BasicFileAttributes seen) {
        return new Drop(
                file,
                root.relativize(file),
                seen.isRegularFile(),
                seen.size(),
                seen.lastModifiedTime(),
                seen.fileKey());
    }

    String name() {
        return file.getFileName().toString();
    }

    /** Names of the sub-folders it lies in, outermost first. */
    List<String> folders() {
        Path parent = relative.getParent();
        return parent == null
                ? List.of()
                : StreamSupport.stream(parent.spliterator(), false)
                        .map(Path::toString)
                        .toList();
    }

    /** Its bytes; never those behind a symbolic link put in its place meanwhile. */
    InputStream open() throws IOException {
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether it is still the very file that was looked at, untouched. */
    boolean isUnchanged() throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return equals(
                    new Drop(file, relative, now.isRegularFile(), now.size(), now.lastModifiedTime(), now.fileKey()));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Names this drop: same path, times, size and content mean that it was taken before and only not yet removed. The time
     * of the last change of state, where the file system has it, cannot be set: the same file dropped again is a new drop.
     */
    String sourceKey() throws IOException {
        String seen = String.join(
                "|",
                file.toString(),
                Long.toString(size),
                modified.toString(),
                changed(),
                contentHash().hex());
        return Sha256.of(sha256().digest(seen.getBytes(StandardCharsets.UTF_8))).hex();
    }

    private String changed() throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
                        .toString()
                : "";
    }

    private Sha256 contentHash() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(open(), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.of(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
