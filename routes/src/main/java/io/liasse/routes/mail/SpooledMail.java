package io.liasse.routes.mail;

import io.liasse.store.object.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail as it came, in a file of this node, with the few headers that intake needs. Anything may be wrong in them. */
final class SpooledMail {
    private static final int MOST_HEADER_BYTES = 512 * 1024;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,300}>");
    /** Headers that a sender writes once; those that servers add on the way differ from copy to copy. */
    private static final List<String> SENDERS_HEADERS = List.of("Message-ID", "Date", "From", "To", "Subject");

    private final Path file;
    private final InternetHeaders headers;

    SpooledMail(Path file) throws IOException, MessagingException {
        this.file = file;
        try (InputStream bytes = Files.newInputStream(file)) {
            this.headers = new InternetHeaders(new ByteArrayInputStream(bytes.readNBytes(MOST_HEADER_BYTES)), true);
        }
    }

    Path file() {
        return file;
    }

    String subject() {
        return decoded(header("Subject").orElse(""));
    }

    @Nullable
    String sender() {
        return header("From").map(SpooledMail::decoded).orElse(null);
    }

    Optional<String> messageId() {
        return header("Message-ID").flatMap(value -> ids(value).findFirst());
    }

    /** In-Reply-To and References (RFC 5322, 3.6.4). */
    List<String> threadIds() {
        return Stream.of("In-Reply-To", "References")
                .flatMap(name -> header(name).stream())
                .flatMap(SpooledMail::ids)
                .distinct()
                .toList();
    }

    /** The same for every copy of the mail, whatever servers wrote into its head on the way. */
    Sha256 print() throws IOException {
        MessageDigest digest = sha256();
        for (String name : SENDERS_HEADERS) {
            digest.update((name + ":" + header(name).orElse("") + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
            skipHead(bytes);
            byte[] buffer = new byte[65536];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.of(digest.digest());
    }

    /** To the first empty line, or to the end when there is none. */
    private static void skipHead(InputStream bytes) throws IOException {
        int length = 0;
        for (int each = bytes.read(); each >= 0; each = bytes.read()) {
            if (each == '\n' && length == 0) {
                return;
            }
            length = each == '\n' ? 0 : each == '\r' ? length : length + 1;
        }
    }

    private Optional<String> header(String name) {
        String[] values = headers.getHeader(name);
        return values == null ? Optional.empty() : Arrays.stream(values).findFirst();
    }

    private static Stream<String> ids(String value) {
        return MESSAGE_ID.matcher(value).results().map(MatchResult::group);
    }

    private static String decoded(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        try {
            return MimeUtility.decodeText(unfolded);
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
