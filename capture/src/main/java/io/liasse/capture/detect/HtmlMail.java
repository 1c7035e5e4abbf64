package io.liasse.capture.detect;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * The HTML text of a mail and the pictures in it, by content id and by content location.
 *
 * @param html as a document not yet cleaned
 */
record HtmlMail(String html, Map<String, byte[]> pictures) {
    private static final long MOST_MAIL = 48L << 20;
    private static final int MOST_HTML = 2_000_000;
    private static final long MOST_PICTURES = 32L << 20;

    /** Of a mail in MIME (RFC 5322, 2045, 2392); empty where its text is plain. */
    static Optional<HtmlMail> ofMime(Path file) throws IOException {
        if (Files.size(file) > MOST_MAIL) {
            return Optional.empty();
        }
        DefaultMessageBuilder builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Message mail = builder.parseMessage(in);
            try {
                Found found = new Found();
                found.look(mail, 0);
                return found.mail();
            } finally {
                mail.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Tika has read its text; how it looks stays unknown.
            return Optional.empty();
        }
    }

    /** Of a mail of Outlook (MS-OXMSG). */
    static Optional<HtmlMail> ofOutlook(Path file) throws IOException {
        try (MAPIMessage mail = new MAPIMessage(file.toFile())) {
            mail.setReturnNullOnMissingChunk(true);
            String html = mail.getHtmlBody();
            if (html == null || html.isBlank() || html.length() > MOST_HTML) {
                return Optional.empty();
            }
            return Optional.of(new HtmlMail(html, pictures(mail)));
        } catch (ChunkNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Map<String, byte[]> pictures(MAPIMessage mail) {
        Map<String, byte[]> pictures = new HashMap<>();
        for (AttachmentChunks each : mail.getAttachmentFiles()) {
            if (each.getAttachContentId() != null && each.getEmbeddedAttachmentObject() != null) {
                pictures.put(each.getAttachContentId().getValue(), each.getEmbeddedAttachmentObject());
            }
        }
        return pictures;
    }

    /** What a walk through a MIME message finds. */
    private static final class Found {
        private static final int DEEPEST = 20;

        private final Map<String, byte[]> pictures = new HashMap<>();
        private @Nullable String html;
        private boolean plainFirst;
        private long bytes;

        Optional<HtmlMail> mail() {
            String found = html;
            return found == null || plainFirst ? Optional.empty() : Optional.of(new HtmlMail(found, pictures));
        }

        void look(Entity entity, int depth) throws IOException {
            Body body = entity.getBody();
            if (body instanceof Multipart multipart && depth < DEEPEST) {
                boolean alternatives = "alternative".equals(multipart.getSubType());
                for (Entity part : multipart.getBodyParts()) {
                    lookAt(part, alternatives, depth);
                }
            } else if (body instanceof SingleBody single) {
                take(entity, single);
            }
        }

        /** Of alternatives the plain one is no text of its own. */
        private void lookAt(Entity part, boolean alternatives, int depth) throws IOException {
            if (!alternatives || !"text/plain".equals(part.getMimeType())) {
                look(part, depth + 1);
            }
        }

        private void take(Entity entity, SingleBody body) throws IOException {
            String type = String.valueOf(entity.getMimeType());
            boolean attached =
                    "attachment".equalsIgnoreCase(entity.getDispositionType()) || entity.getFilename() != null;
            if (type.startsWith("image/")) {
                takePicture(entity, body);
            } else if (!attached && html == null && type.equals("text/html")) {
                html = text(entity, body);
            } else if (!attached && html == null && type.equals("text/plain")) {
                plainFirst = true;
            }
        }

        private void takePicture(Entity entity, SingleBody body) throws IOException {
            byte[] picture = bytes(body);
            bytes += picture.length;
            if (bytes > MOST_PICTURES) {
                return;
            }
            name(entity, "Content-ID").ifPresent(id -> pictures.put(id.replaceAll("^<|>$", ""), picture));
            name(entity, "Content-Location").ifPresent(place -> pictures.put(place, picture));
        }

        private static Optional<String> name(Entity entity, String header) {
            return Optional.ofNullable(entity.getHeader())
                    .map(all -> all.getField(header))
                    .map(field -> field.getBody().strip());
        }

        private static @Nullable String text(Entity entity, SingleBody body) throws IOException {
            byte[] bytes = bytes(body);
            return bytes.length > MOST_HTML ? null : new String(bytes, charset(entity.getCharset()));
        }

        private static Charset charset(@Nullable String name) {
            try {
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                return StandardCharsets.ISO_8859_1;
            }
        }

        private static byte[] bytes(SingleBody body) throws IOException {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            body.writeTo(out);
            return out.toByteArray();
        }
    }
}
