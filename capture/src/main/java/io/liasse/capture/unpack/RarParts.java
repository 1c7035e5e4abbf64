package io.liasse.capture.unpack;

import com.github.junrar.Archive;
import com.github.junrar.exception.RarException;
import com.github.junrar.exception.UnsupportedRarV5Exception;
import com.github.junrar.rarfile.FileHeader;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes the files out of a RAR archive of version 4 and before, with names, folders and dates; later ones nobody here reads. */
public final class RarParts {
    private static final String TYPE = "application/x-rar-compressed";

    private final Archive rar;
    private final Parts parts;
    private final Charset names;

    private RarParts(Archive rar, Parts parts) {
        this.rar = rar;
        this.parts = parts;
        this.names = NameLetters.of(rar.getFileHeaders().stream()
                .filter(header -> !header.isUnicode())
                .map(FileHeader::getFileNameByteArray)
                .toList());
    }

    public static boolean reads(String mediaType) {
        return mediaType.equals(TYPE);
    }

    /**
     * Writes all files.
     *
     * @throws RefusedException where a password is needed, a limit reached, or the archive is of version 5, damaged or not whole
     */
    public static void unpack(Path file, @Nullable String password, Parts parts) throws IOException {
        try (Archive rar = new Archive(file.toFile(), password)) {
            if (password == null && rar.isPasswordProtected()) {
                throw new RefusedException(new Answer.NeedsPassword(TYPE));
            }
            if (rar.getFileHeaders().isEmpty()) {
                throw RefusedException.failed(TYPE, Cause.DAMAGED, "no files");
            }
            new RarParts(rar, parts).unpack();
        } catch (UnsupportedRarV5Exception e) {
            throw new RefusedException(new Answer.Unsupported(TYPE, null));
        } catch (RarException e) {
            throw locked(file)
                    ? new RefusedException(new Answer.NeedsPassword(TYPE))
                    : RefusedException.failed(TYPE, Cause.DAMAGED, e.getClass().getSimpleName());
        }
    }

    /** A wrong password makes the same impression as damage. */
    private static boolean locked(Path file) throws IOException {
        try (Archive rar = new Archive(file.toFile(), (String) null)) {
            return rar.isPasswordProtected();
        } catch (RarException e) {
            return false;
        }
    }

    private void unpack() throws IOException, RarException {
        for (FileHeader header : rar.getFileHeaders()) {
            String name = name(header);
            if (header.isDirectory() || Outer.ARCHIVE.hides(name)) {
                continue;
            }
            Path file = Files.createTempFile("rar", "");
            try {
                try (OutputStream out = parts.limited(Files.newOutputStream(file))) {
                    rar.extractFile(header, out);
                }
                parts.check();
                try (InputStream in = Files.newInputStream(file)) {
                    parts.add(new Parts.Entry(name, false, modified(header)), in);
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    private String name(FileHeader header) {
        String name = header.isUnicode() ? header.getFileName() : new String(header.getFileNameByteArray(), names);
        return name.replace('\\', '/');
    }

    private static @Nullable Instant modified(FileHeader header) {
        FileTime modified = header.getLastModifiedTime();
        return modified == null ? null : modified.toInstant();
    }
}
