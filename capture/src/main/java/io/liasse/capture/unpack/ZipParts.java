package io.liasse.capture.unpack;

import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.FileHeader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Takes the files out of a zip file by its directory (APPNOTE 6.3.10): names in whatever letters they were written, dates,
 * and with the password also those that are encrypted (ZipCrypto, AES).
 */
public final class ZipParts {
    private static final String TYPE = "application/zip";

    private final ZipFile zip;
    private final Parts parts;
    private final Charset names;

    private ZipParts(ZipFile zip, Parts parts) {
        this.zip = zip;
        this.parts = parts;
        this.names = NameLetters.of(entries(zip).stream()
                .filter(entry -> !entry.getGeneralPurposeBit().usesUTF8ForNames())
                .map(ZipArchiveEntry::getRawName)
                .toList());
    }

    /**
     * Writes all files.
     *
     * @return false where the file has no readable directory; then nothing was written
     * @throws RefusedException where a password is needed, or a limit reached
     */
    public static boolean unpack(Path file, @Nullable String password, Parts parts) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setPath(file)
                .setCharset(StandardCharsets.ISO_8859_1)
                .setUseUnicodeExtraFields(true)
                .get()) {
            new ZipParts(zip, parts).unpack(file, password);
            return true;
        } catch (IOException e) {
            if (parts.found().isEmpty()) {
                return false;
            }
            throw e;
        }
    }

    private static List<ZipArchiveEntry> entries(ZipFile zip) {
        return Collections.list(zip.getEntriesInPhysicalOrder());
    }

    private void unpack(Path file, @Nullable String password) throws IOException {
        List<ZipArchiveEntry> files =
                entries(zip).stream().filter(entry -> !entry.isDirectory()).toList();
        boolean encrypted = files.stream().anyMatch(ZipParts::encrypted);
        if (encrypted && password == null) {
            throw new RefusedException(new Answer.NeedsPassword(TYPE));
        }
        try (net.lingala.zip4j.ZipFile locked =
                new net.lingala.zip4j.ZipFile(file.toFile(), password == null ? null : password.toCharArray())) {
            locked.setCharset(StandardCharsets.ISO_8859_1);
            for (ZipArchiveEntry entry : files) {
                try (InputStream in = encrypted(entry) ? decrypted(locked, entry) : zip.getInputStream(entry)) {
                    add(entry, in);
                }
            }
        } catch (ZipException e) {
            if (e.getType() == ZipException.Type.WRONG_PASSWORD) {
                throw new RefusedException(new Answer.NeedsPassword(TYPE));
            }
            throw e;
        }
    }

    private static boolean encrypted(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesEncryption();
    }

    private static InputStream decrypted(net.lingala.zip4j.ZipFile locked, ZipArchiveEntry entry) throws IOException {
        long place = entry.getLocalHeaderOffset();
        for (FileHeader header : locked.getFileHeaders()) {
            if (header.getOffsetLocalHeader() == place) {
                return locked.getInputStream(header);
            }
        }
        throw new IOException("no such entry");
    }

    private void add(ZipArchiveEntry entry, InputStream in) throws IOException {
        String name = name(entry);
        if (!Outer.ARCHIVE.hides(name)) {
            parts.add(new Parts.Entry(name, false, modified(entry)), in);
        }
    }

    private String name(ZipArchiveEntry entry) {
        boolean told = entry.getNameSource() != ZipArchiveEntry.NameSource.NAME
                || entry.getGeneralPurposeBit().usesUTF8ForNames();
        return told ? entry.getName() : new String(entry.getRawName(), names).replace('\\', '/');
    }

    private static @Nullable Instant modified(ZipArchiveEntry entry) {
        return entry.getLastModifiedTime() == null
                ? null
                : entry.getLastModifiedTime().toInstant();
    }
}
