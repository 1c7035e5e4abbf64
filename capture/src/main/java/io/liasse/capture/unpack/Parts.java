package io.liasse.capture.unpack;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.Reading.Part;
import io.liasse.capture.worker.RefusedException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.microsoft.MSEmbeddedStreamTranslator;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;

/**
 * Writes each file inside a file to the document's folder, under a number for a name, so that no name from outside ever
 * is a path. Counts files and bytes against the limits, and the bytes also against the size of the outer file: what
 * swells more than two hundredfold past 64 MiB is a bomb.
 *
 * <p>No documents of their own are: empty files, detached signatures, pictures in the text of a Word or similar document,
 * and small pictures in the text of a mail.
 */
public final class Parts implements EmbeddedDocumentExtractor {
    private static final long HARMLESS_BYTES = 64L << 20;
    private static final long MOST_RATIO = 200;
    /** Smaller pictures inside the text of a mail are logos and pixels that spy. */
    private static final long DECORATION_BYTES = 16_384;

    private static final Set<String> SIGNATURES =
            Set.of("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature");

    private static final Set<String> NO_DOCUMENTS = Set.of("MACRO", "METADATA", "FONT", "THUMBNAIL", "RENDERING");

    private final MSEmbeddedStreamTranslator translator = new MSEmbeddedStreamTranslator();
    private final Outer outer;
    private final Path folder;
    private final ReaderSettings settings;
    private final Detector detector;
    private final long mostBytes;
    private final List<Part> found = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private long bytes;
    private @Nullable RefusedException refused;

    /**
     * What a container says of a file in it.
     *
     * @param inline part of the text around it rather than attached
     */
    public record Entry(
            @Nullable String name, boolean inline, @Nullable Instant modified) {}

    /** For the files inside {@code file}, which is of the given kind. */
    public Parts(Path file, Path folder, Outer outer, ReaderSettings settings, Detector detector) throws IOException {
        this.outer = outer;
        this.folder = folder.resolve("parts");
        this.settings = settings;
        this.detector = detector;
        this.mostBytes = Math.min(settings.unpackedBytes(), HARMLESS_BYTES + MOST_RATIO * Files.size(file));
        Files.createDirectories(this.folder);
    }

    /** The parts written so far. */
    public List<Part> found() {
        return found;
    }

    /** The names of all files inside, also of those that are no documents, as empty ones. */
    public List<String> names() {
        return names;
    }

    /** Throws again what a parser between may have swallowed. */
    public void check() {
        if (refused != null) {
            throw refused;
        }
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        check();
        return !NO_DOCUMENTS.contains(String.valueOf(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE)));
    }

    @Override
    public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean html)
            throws IOException {
        check();
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (!outer.hides(name)) {
            InputStream plain = translator.shouldTranslate(in, metadata) ? translator.translate(in, metadata) : in;
            add(new Entry(name == null ? subject(metadata) : name, inline(metadata), modified(metadata)), plain);
        }
    }

    private static boolean inline(Metadata metadata) {
        return String.valueOf(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
                .equals("INLINE");
    }

    private static @Nullable Instant modified(Metadata metadata) {
        Date modified = metadata.getDate(TikaCoreProperties.MODIFIED);
        return modified == null ? null : modified.toInstant();
    }

    private static @Nullable String subject(Metadata metadata) {
        String subject = metadata.get(TikaCoreProperties.SUBJECT);
        return subject == null ? null : subject + ".eml";
    }

    /** Writes one part. What turns out to be no document is dropped again. */
    public void add(Entry entry, InputStream in) throws IOException {
        String name = entry.name();
        if (found.size() >= settings.parts()) {
            throw refuse(Cause.TOO_MANY_PARTS, settings.parts() + " parts");
        }
        Path file = folder.resolve("%05d".formatted(found.size() + 1));
        long size = write(in, file);
        String type = type(name, file);
        String named = named(name, type);
        names.add(named);
        if (isNoDocument(type, size, entry.inline())) {
            Files.delete(file);
        } else {
            found.add(new Part(named, file, type, entry.modified()));
        }
    }

    /** For what is written elsewhere before it is added: ends where the limit of bytes is reached. */
    OutputStream limited(OutputStream out) {
        return new FilterOutputStream(out) {
            private long left = mostBytes - bytes;

            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] piece, int from, int length) throws IOException {
                left -= length;
                if (left < 0) {
                    throw refuse(Cause.TOO_LARGE_UNPACKED, "more than " + mostBytes + " bytes");
                }
                out.write(piece, from, length);
            }
        };
    }

    private boolean isNoDocument(String type, long size, boolean inline) {
        if (type.startsWith("image/")) {
            return outer == Outer.DOCUMENT || (inline && size < DECORATION_BYTES);
        }
        return size == 0 || SIGNATURES.contains(type);
    }

    private long write(InputStream in, Path file) throws IOException {
        byte[] piece = new byte[1 << 16];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                count(read);
                out.write(piece, 0, read);
            }
        }
        return size;
    }

    private void count(int read) {
        bytes += read;
        if (bytes > mostBytes) {
            throw refuse(Cause.TOO_LARGE_UNPACKED, "more than " + mostBytes + " bytes");
        }
    }

    private RefusedException refuse(Cause cause, String detail) {
        RefusedException refusal = RefusedException.failed(null, cause, detail);
        refused = refusal;
        return refusal;
    }

    private String type(@Nullable String name, Path file) throws IOException {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, metadata).getBaseType().toString();
        }
    }

    /** The name as the sender gave it, without control characters. */
    private String named(@Nullable String name, String type) {
        String plain = name == null ? "" : name.replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty()
                ? "part-" + (found.size() + 1) + extension(type)
                : plain.substring(0, Math.min(plain.length(), 1_000));
    }

    private static String extension(String type) {
        try {
            return MimeTypes.getDefaultMimeTypes().forName(type).getExtension();
        } catch (MimeTypeException e) {
            return "";
        }
    }
}
