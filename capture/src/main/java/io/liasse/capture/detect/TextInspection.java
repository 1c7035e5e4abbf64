package io.liasse.capture.detect;

import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.Reading.Part;
import io.liasse.capture.rendition.TextPages;
import io.liasse.capture.unpack.Outer;
import io.liasse.capture.unpack.Parts;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
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

    private final ReaderSettings settings;
    private final TikaParts tika;

    TextInspection(ReaderSettings settings, TikaParts tika) {
        this.settings = settings;
        this.tika = tika;
    }

    boolean reads(MediaType type) {
        Set<MediaType> read = tika.parser().getSupportedTypes(new ParseContext());
        for (MediaType at = type.getBaseType(); at != null; at = tika.registry().getSupertype(at)) {
            if (read.contains(at)) {
                return !PROGRAMS.contains(type.getBaseType().toString());
            }
        }
        return false;
    }

    Answer inspect(Task.Inspect task, MediaType type) throws IOException {
        Metadata metadata = metadata(task, type);
        Parts parts = new Parts(
                task.file(), task.folder(), Outer.of(type.getBaseType().toString()), settings, tika.detector());
        String body = parse(task, metadata, parts).strip();
        Letter letter = Letter.of(type, metadata);
        String text = letter.headed(body.isEmpty() && !parts.found().isEmpty() ? listing(parts) : body);
        TextPages pages = TextPages.write(text, task.folder(), settings.pages());
        return new Answer.Inspected(
                type.getBaseType().toString(),
                letter.title(),
                letter.date(),
                Task.Form.TEXT,
                pages.pdf(),
                pages.number(),
                parts.found());
    }

    private static String listing(Parts parts) {
        return parts.found().stream().map(Part::name).collect(Collectors.joining("\n"));
    }

    private static Metadata metadata(Task.Inspect task, MediaType type) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, task.name());
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type.toString());
        return metadata;
    }

    private String parse(Task.Inspect task, Metadata metadata, Parts parts) throws IOException {
        LimitedText text = new LimitedText();
        try (TikaInputStream in = TikaInputStream.get(task.file())) {
            tika.parser().parse(in, new BodyContentHandler(text), metadata, context(task, parts));
        } catch (EncryptedDocumentException e) {
            throw new RefusedException(new Answer.NeedsPassword(mediaType(metadata)));
        } catch (TikaException | SAXException e) {
            throw refusal(e);
        }
        parts.check();
        return text.toString();
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
