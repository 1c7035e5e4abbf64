package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Opens OpenDocument files that a password protects: each file of the package is packed and then encrypted (OpenDocument 1.2
 * part 3, sections 3.4 and 4.8), or the package as a whole (LibreOffice since 24.8).
 */
final class LockedDocument {
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String WHOLE = "encrypted-package";
    private static final int MOST_MANIFEST = 8 << 20;
    private static final long HARMLESS_BYTES = 64L << 20;
    private static final long MOST_RATIO = 200;

    private final ZipFile zip;
    private final List<ManifestEntry> entries;
    private final String mediaType;
    private long left;

    private LockedDocument(ZipFile zip, List<ManifestEntry> entries, String mediaType, long mostBytes) {
        this.zip = zip;
        this.entries = entries;
        this.mediaType = mediaType;
        this.left = mostBytes;
    }

    static boolean canBe(String mediaType) {
        return mediaType.startsWith("application/vnd.oasis.opendocument.")
                || mediaType.startsWith("application/vnd.sun.xml.");
    }

    /**
     * A copy of the file without encryption, to be deleted after use; empty where the file has none.
     *
     * @throws RefusedException where no or a wrong password is given, or nobody can open it by one
     */
    static Optional<Path> opened(Task.Inspect task, String mediaType, ReaderSettings settings) throws IOException {
        try (ZipFile zip = new ZipFile(task.file().toFile())) {
            List<ManifestEntry> entries = manifest(zip);
            if (entries.stream().noneMatch(ManifestEntry::locked)) {
                return Optional.empty();
            }
            long most = Math.min(settings.unpackedBytes(), HARMLESS_BYTES + MOST_RATIO * Files.size(task.file()));
            LockedDocument document = new LockedDocument(zip, entries, mediaType, most);
            return Optional.of(document.opened(task));
        } catch (ZipException e) {
            // No package, or a damaged one: for others to say.
            return Optional.empty();
        }
    }

    private static List<ManifestEntry> manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            return List.of();
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] manifest = in.readNBytes(MOST_MANIFEST);
            return manifest.length == MOST_MANIFEST ? List.of() : ManifestEntry.read(manifest);
        } catch (XMLStreamException e) {
            return List.of();
        }
    }

    private Path opened(Task.Inspect task) throws IOException {
        if (task.password() == null) {
            throw new RefusedException(new Answer.NeedsPassword(mediaType));
        }
        DocumentKey key = key(task.password());
        Path copy = Files.createDirectories(task.folder().resolve("office")).resolve("opened");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            Optional<ManifestEntry> whole =
                    entries.stream().filter(each -> each.path().equals(WHOLE)).findFirst();
            if (whole.isPresent()) {
                whole(whole.get(), key, out);
            } else {
                parts(key, out);
            }
            return copy;
        } catch (IOException | RuntimeException e) {
            Files.delete(copy);
            throw e;
        }
    }

    /** The key with which the first file that tells its checksum can be read. */
    private DocumentKey key(String password) throws IOException {
        List<ManifestEntry> locked =
                entries.stream().filter(ManifestEntry::locked).toList();
        if (!locked.stream().allMatch(DocumentKey::knows)) {
            throw new RefusedException(new Answer.Unsupported(mediaType, null));
        }
        Optional<ManifestEntry> checked =
                locked.stream().filter(ManifestEntry::checked).findFirst();
        for (DocumentKey key : DocumentKey.of(password)) {
            if (checked.isEmpty() || opens(key, checked.get())) {
                return key;
            }
        }
        throw new RefusedException(new Answer.NeedsPassword(mediaType));
    }

    private boolean opens(DocumentKey key, ManifestEntry entry) throws IOException {
        try (InputStream in = stream(entry)) {
            return key.opens(entry, in);
        }
    }

    private InputStream stream(ManifestEntry entry) throws IOException {
        ZipEntry found = zip.getEntry(entry.path());
        if (found == null) {
            throw RefusedException.failed(mediaType, Cause.DAMAGED, "not in the package");
        }
        return zip.getInputStream(found);
    }

    /** The package in the package; what was changed in it, or by a wrong password, shows at its end. */
    private void whole(ManifestEntry entry, DocumentKey key, OutputStream out) throws IOException {
        try (InputStream in = key.plain(entry, stream(entry));
                PushbackInputStream start = new PushbackInputStream(in, 2)) {
            byte[] two = start.readNBytes(2);
            start.unread(two);
            boolean stored = two.length == 2 && two[0] == 'P' && two[1] == 'K';
            copy(stored ? start : new InflaterInputStream(start, new Inflater(true)), out);
        } catch (DocumentKey.WrongException e) {
            throw new RefusedException(new Answer.NeedsPassword(mediaType));
        }
    }

    private void parts(DocumentKey key, OutputStream out) throws IOException {
        Map<String, ManifestEntry> locked = entries.stream()
                .filter(ManifestEntry::locked)
                .collect(Collectors.toMap(ManifestEntry::path, Function.identity(), (first, again) -> first));
        try (ZipOutputStream open = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory() && !entry.getName().equals(MANIFEST)) {
                    open.putNextEntry(new ZipEntry(entry.getName()));
                    copy(entry, locked.get(entry.getName()), key, open);
                    open.closeEntry();
                }
            }
            open.putNextEntry(new ZipEntry(MANIFEST));
            ManifestEntry.write(entries, open);
            open.closeEntry();
        }
    }

    private void copy(ZipEntry entry, @Nullable ManifestEntry locked, DocumentKey key, OutputStream out)
            throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            copy(locked == null ? in : new InflaterInputStream(key.plain(locked, in), new Inflater(true)), out);
        }
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            left -= read;
            if (left < 0) {
                throw RefusedException.failed(mediaType, Cause.TOO_LARGE_UNPACKED, "encrypted");
            }
            out.write(piece, 0, read);
        }
    }
}
