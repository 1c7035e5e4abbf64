package io.liasse.capture.unpack;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTFolder;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Takes the messages out of an Outlook data file (PST), each as a mail with its attachments, named by its folders. */
public final class PstParts {
    private static final String TYPE = "application/vnd.ms-outlook-pst";

    /** Deeper than any mailbox; folders that hold themselves end here. */
    private static final int DEEPEST = 50;

    private static final int LONGEST_NAME = 120;

    private final Parts parts;

    private PstParts(Parts parts) {
        this.parts = parts;
    }

    public static boolean reads(String mediaType) {
        return mediaType.equals(TYPE);
    }

    /**
     * Writes all messages.
     *
     * @throws RefusedException where a limit is reached, or the file is damaged or scrambled in a way that cannot be undone
     */
    public static void unpack(Path file, Parts parts) throws IOException {
        PSTFile open = open(file);
        try {
            new PstParts(parts).unpack(open.getRootFolder(), "", 0);
        } catch (PSTException e) {
            throw RefusedException.failed(TYPE, Cause.DAMAGED, e.getClass().getSimpleName());
        } finally {
            open.close();
        }
    }

    private static PSTFile open(Path file) throws IOException {
        try {
            return new PSTFile(file.toFile());
        } catch (PSTException e) {
            throw String.valueOf(e.getMessage()).startsWith("Only unencrypted")
                    ? new RefusedException(new Answer.Unsupported(TYPE, null))
                    : RefusedException.failed(TYPE, Cause.DAMAGED, e.getClass().getSimpleName());
        }
    }

    private void unpack(PSTFolder folder, String path, int depth) throws IOException, PSTException {
        if (depth > DEEPEST) {
            throw RefusedException.failed(TYPE, Cause.TOO_DEEP, DEEPEST + " folders");
        }
        if (folder.getContentCount() > 0) {
            for (PSTObject each = folder.getNextChild(); each != null; each = folder.getNextChild()) {
                if (each instanceof PSTMessage message) {
                    add(message, path);
                }
            }
        }
        if (folder.hasSubfolders()) {
            for (PSTFolder each : folder.getSubFolders()) {
                unpack(each, path + plain(each.getDisplayName()) + "/", depth + 1);
            }
        }
    }

    private void add(PSTMessage message, String path) throws IOException, PSTException {
        Path file = Files.createTempFile("pst", "");
        try {
            try (OutputStream out = new BufferedOutputStream(parts.limited(Files.newOutputStream(file)))) {
                new PstMail(out).write(message);
            }
            try (InputStream in = Files.newInputStream(file)) {
                parts.add(new Parts.Entry(path + name(message), false, modified(message)), in);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static String name(PSTMessage message) {
        String subject = plain(message.getSubject());
        return (subject.isEmpty() ? "message-" + message.getDescriptorNodeId() : subject) + ".eml";
    }

    private static String plain(@Nullable String name) {
        String plain =
                name == null ? "" : name.replaceAll("[\\p{Cntrl}/\\\\:]+", " ").strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).strip();
    }

    private static @Nullable Instant modified(PSTMessage message) {
        Date sent = message.getClientSubmitTime() == null
                ? message.getMessageDeliveryTime()
                : message.getClientSubmitTime();
        return sent == null ? null : sent.toInstant();
    }
}
