package io.liasse.capture.unpack;

import com.pff.PSTAttachment;
import com.pff.PSTException;
import com.pff.PSTMessage;
import com.pff.PSTRecipient;
import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;
import org.jspecify.annotations.Nullable;

/** Writes a message of an Outlook data file as a mail (RFC 5322, MIME): who, when, what, both texts and the attachments. */
final class PstMail {
    private static final int DEEPEST = 10;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final OutputStream out;

    PstMail(OutputStream out) {
        this.out = out;
    }

    void write(PSTMessage message) throws IOException, PSTException {
        write(message, 0);
    }

    private void write(PSTMessage message, int depth) throws IOException, PSTException {
        String boundary = "liasse-" + UUID.randomUUID();
        headers(message);
        line("MIME-Version: 1.0");
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"");
        line("");
        texts(message, boundary);
        for (int each = 0; each < message.getNumberOfAttachments(); each++) {
            attachment(message.getAttachment(each), boundary, depth);
        }
        line("--" + boundary + "--");
    }

    private void headers(PSTMessage message) throws IOException, PSTException {
        header("From", address(message.getSenderName(), message.getSenderEmailAddress()));
        for (int kind : new int[] {PSTMessage.RECIPIENT_TYPE_TO, PSTMessage.RECIPIENT_TYPE_CC}) {
            header(kind == PSTMessage.RECIPIENT_TYPE_TO ? "To" : "Cc", recipients(message, kind));
        }
        header("Subject", EncoderUtil.encodeIfNecessary(said(message.getSubject()), Usage.TEXT_TOKEN, 9));
        Date sent = message.getClientSubmitTime() == null
                ? message.getMessageDeliveryTime()
                : message.getClientSubmitTime();
        header("Date", sent == null ? "" : DATE.format(sent.toInstant()));
        header("Message-ID", ascii(message.getInternetMessageId()));
        header("In-Reply-To", ascii(message.getInReplyToId()));
    }

    private static String recipients(PSTMessage message, int kind) throws IOException, PSTException {
        List<String> all = new ArrayList<>();
        for (int each = 0; each < message.getNumberOfRecipients(); each++) {
            PSTRecipient recipient = message.getRecipient(each);
            if (recipient.getRecipientType() == kind) {
                all.add(address(recipient.getDisplayName(), recipient.getSmtpAddress()));
            }
        }
        return String.join(",\r\n ", all);
    }

    /** Inside an organisation Outlook has names of a directory instead of addresses; then the name alone stands. */
    private static String address(@Nullable String name, @Nullable String address) {
        String plain = ascii(address);
        boolean real = plain.matches("[^\\s<>@\"]+@[^\\s<>@\"]+");
        String shown = EncoderUtil.encodeAddressDisplayName(said(name));
        return real ? shown + " <" + plain + ">" : shown;
    }

    private void texts(PSTMessage message, String boundary) throws IOException, PSTException {
        String html = said(message.getBodyHTML());
        String rich = said(message.getRTFBody());
        String inner = boundary + "-text";
        line("--" + boundary);
        line("Content-Type: multipart/alternative; boundary=\"" + inner + "\"");
        line("");
        text(said(message.getBody()), "plain", inner);
        if (!html.isEmpty()) {
            text(html, "html", inner);
        }
        line("--" + inner + "--");
        if (html.isEmpty() && said(message.getBody()).isBlank() && !rich.isBlank()) {
            file("message.rtf", new ByteArrayInputStream(rich.getBytes(StandardCharsets.ISO_8859_1)), boundary);
        }
    }

    private void text(String text, String kind, String boundary) throws IOException {
        line("--" + boundary);
        line("Content-Type: text/" + kind + "; charset=utf-8");
        line("Content-Transfer-Encoding: base64");
        line("");
        try (OutputStream encoded = encoded()) {
            encoded.write(text.getBytes(StandardCharsets.UTF_8));
        }
        line("");
    }

    private void attachment(PSTAttachment attachment, String boundary, int depth) throws IOException, PSTException {
        int method = attachment.getAttachMethod();
        PSTMessage embedded =
                method == PSTAttachment.ATTACHMENT_METHOD_EMBEDDED ? attachment.getEmbeddedPSTMessage() : null;
        if (embedded != null && depth < DEEPEST) {
            line("--" + boundary);
            line("Content-Type: message/rfc822");
            line("");
            write(embedded, depth + 1);
            return;
        }
        String name = attachment.getLongFilename().isEmpty() ? attachment.getFilename() : attachment.getLongFilename();
        boolean held =
                method == PSTAttachment.ATTACHMENT_METHOD_BY_VALUE || method == PSTAttachment.ATTACHMENT_METHOD_OLE;
        try (InputStream in = held ? attachment.getFileInputStream() : InputStream.nullInputStream()) {
            file(name, in, boundary);
        }
    }

    private void file(String name, InputStream in, String boundary) throws IOException {
        line("--" + boundary);
        line("Content-Type: application/octet-stream");
        line("Content-Transfer-Encoding: base64");
        line("Content-Disposition: attachment; filename*=UTF-8''" + percent(name));
        line("");
        try (OutputStream encoded = encoded()) {
            in.transferTo(encoded);
        }
        line("");
    }

    private static String percent(String name) {
        StringBuilder text = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each > 0 && (Character.isLetterOrDigit(each) || each == '.' || each == '-');
            text.append(plain ? String.valueOf((char) each) : String.format(Locale.ROOT, "%%%02X", each));
        }
        return text.toString();
    }

    private void header(String name, String value) throws IOException {
        if (!value.isBlank()) {
            line(name + ": " + value);
        }
    }

    private static String ascii(@Nullable String text) {
        return said(text).replaceAll("[^\\x21-\\x7E]+", "");
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void line(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\r');
        out.write('\n');
    }

    /** Closing it ends the letters, not the mail. */
    private OutputStream encoded() {
        return Base64.getMimeEncoder().wrap(new FilterOutputStream(out) {
            @Override
            public void write(byte[] piece, int from, int length) throws IOException {
                out.write(piece, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
    }
}
