package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.rendition.HtmlPages;
import io.liasse.capture.rendition.OfficePages;
import io.liasse.capture.rendition.TextPages;
import io.liasse.capture.signature.Signatures;
import io.liasse.capture.unpack.Outer;
import io.liasse.capture.unpack.Parts;
import io.liasse.capture.unpack.PstParts;
import io.liasse.capture.unpack.RarParts;
import io.liasse.capture.unpack.ZipParts;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.jsoup.nodes.Document;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Reads everything that is text or holds files: Office, HTML, mail, archives. The text is laid out on pages so that the
 * viewer has something to show; what is inside becomes parts. Nothing outside the file is ever fetched.
 */
final class TextInspection {
    private static final Set<String> PROGRAMS = Set.of(
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/x-xpinstall",
            "application/x-debian-package",
            "application/x-rpm");

    private static final Set<String> SIGNED = Set.of(
            "application/pkcs7-mime",
            "application/x-pkcs7-mime",
            "application/pkcs7-signature",
            "application/timestamped-data");

    private final ReaderSettings settings;
    private final TikaParts tika;
    private final Office office;
    private final Signatures signatures;

    TextInspection(ReaderSettings settings, TikaParts tika, Signatures signatures) {
        this.office = new Office(settings);
        this.settings = settings;
        this.tika = tika;
        this.signatures = signatures;
    }

    boolean reads(MediaType type) {
        if (PstParts.reads(type.getBaseType().toString())) {
            return true;
        }
        Set<MediaType> read = tika.parser().getSupportedTypes(new ParseContext());
        for (MediaType at = type; at != null; at = tika.registry().getSupertype(at)) {
            if (read.contains(at)) {
                return !PROGRAMS.contains(type.getBaseType().toString());
            }
        }
        return false;
    }

    Answer inspect(Task.Inspect task, MediaType type) throws IOException {
        String mediaType = type.getBaseType().toString();
        Optional<Path> opened =
                LockedDocument.canBe(mediaType) ? LockedDocument.opened(task, mediaType, settings) : Optional.empty();
        if (opened.isEmpty()) {
            return inspectOpen(task, type);
        }
        try {
            return inspectOpen(task.opened(opened.get()), type);
        } finally {
            Files.delete(opened.get());
        }
    }

    private Answer inspectOpen(Task.Inspect task, MediaType type) throws IOException {
        String mediaType = type.getBaseType().toString();
        Metadata metadata = metadata(task, type);
        Parts parts = new Parts(task.file(), task.folder(), Outer.of(mediaType), settings, tika.detector());
        LimitedText text = new LimitedText();
        if (!unpacked(task, mediaType, parts)) {
            parse(task, metadata, parts, new BodyContentHandler(text));
        }
        String read = text.toString().strip();
        String body = read.isEmpty() && mediaType.equals(TnefText.TYPE)
                ? TnefText.of(task.file()).strip()
                : read;
        Letter letter = Letter.of(type, metadata);
        String exact = letter.headed(body.isEmpty() ? String.join("\n", parts.names()) : body);
        Pages pages = pages(task, mediaType, exact, () -> Looks.of(task, mediaType, letter, exact));
        return new Answer.Inspected(
                mediaType,
                letter.title(),
                letter.date(),
                null,
                pages.form(),
                pages.pdf(),
                pages.number(),
                parts.found(),
                SIGNED.contains(mediaType) ? signatures.ofMessage(task.file()) : List.of());
    }

    /** What is shown of the file: a PDF made of it. */
    private record Pages(Task.Form form, Path pdf, int number) {}

    /** A way of showing a file that not every file of the kind has. */
    private interface Look {
        Optional<Document> html() throws IOException;
    }

    private Pages pages(Task.Inspect task, String mediaType, String exact, Look look) throws IOException {
        Optional<OfficePages> rendered = office.renders(mediaType) && task.password() == null
                ? OfficePages.of(office.pdf(task, mediaType), exact, task.folder(), settings.pages())
                : Optional.empty();
        if (rendered.isPresent()) {
            return new Pages(Task.Form.PDF, rendered.get().pdf(), rendered.get().number());
        }
        TextPages pages = laid(task, exact, look);
        return new Pages(Task.Form.TEXT, pages.pdf(), pages.number());
    }

    private TextPages laid(Task.Inspect task, String exact, Look look) throws IOException {
        try {
            Optional<Document> html = look.html();
            if (html.isPresent()) {
                return HtmlPages.write(html.get(), exact, task.folder(), settings.pages());
            }
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Too odd to be laid out as it looks: plainly, then.
            return TextPages.write(exact, task.file(), task.folder(), settings.pages());
        }
        return TextPages.write(exact, task.file(), task.folder(), settings.pages());
    }

    /** Whether the file is of a kind of archive that is not left to Tika. */
    private static boolean unpacked(Task.Inspect task, String mediaType, Parts parts) throws IOException {
        if (RarParts.reads(mediaType)) {
            RarParts.unpack(task.file(), task.password(), parts);
            return true;
        }
        if (PstParts.reads(mediaType)) {
            PstParts.unpack(task.file(), parts);
            return true;
        }
        return mediaType.equals("application/zip") && ZipParts.unpack(task.file(), task.password(), parts);
    }

    private static Metadata metadata(Task.Inspect task, MediaType type) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, task.name());
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type.toString());
        return metadata;
    }

    private void parse(Task.Inspect task, Metadata metadata, Parts parts, ContentHandler text) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(task.file())) {
            tika.parser().parse(in, text, metadata, context(task, parts));
        } catch (EncryptedDocumentException e) {
            throw new RefusedException(new Answer.NeedsPassword(mediaType(metadata)));
        } catch (TikaException | SAXException e) {
            throw refusal(e);
        }
        parts.check();
    }

    private ParseContext context(Task.Inspect task, Parts parts) {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new MailBody(tika.parser(), parts));
        OfficeParserConfig office = new OfficeParserConfig();
        office.setWriteSelectHeadersInBody(false);
        context.set(OfficeParserConfig.class, office);
        if (task.password() != null) {
            context.set(PasswordProvider.class, ignored -> task.password());
        }
        return context;
    }

    /** What broke, or what the limits said, which parsers wrap in exceptions of their own. */
    private static RefusedException refusal(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            root = cause;
            if (cause instanceof RefusedException refused) {
                return refused;
            }
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return new RefusedException(new Answer.NeedsPassword("application/octet-stream"));
            }
            if (cause instanceof TikaMemoryLimitException) {
                return RefusedException.failed(null, Cause.OUT_OF_MEMORY, "one piece");
            }
            if (String.valueOf(cause.getMessage()).contains("zip bomb")) {
                return RefusedException.failed(null, Cause.TOO_LARGE_UNPACKED, "ratio");
            }
        }
        return RefusedException.failed(null, Cause.DAMAGED, root.getClass().getSimpleName());
    }

    private static String mediaType(Metadata metadata) {
        String type = metadata.get(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE);
        return type == null ? "application/octet-stream" : type;
    }
}
