package io.liasse.routes.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** Whether a mail has attachments, by the structure the server tells; a mail it cannot tell of counts as having some. */
final class Attachments {
    private static final int DEEPEST = 20;

    private Attachments() {}

    static boolean in(Part mail) throws MessagingException {
        try {
            return in(mail, 0);
        } catch (IOException | ClassCastException e) {
            return true;
        }
    }

    private static boolean in(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || part.getFileName() != null) {
            return true;
        }
        return part.isMimeType("multipart/*") ? inOneOf((Multipart) part.getContent(), depth + 1) : isNoText(part);
    }

    private static boolean inOneOf(Multipart parts, int depth) throws MessagingException, IOException {
        for (int number = 0; number < parts.getCount(); number++) {
            BodyPart each = parts.getBodyPart(number);
            if (in(each, depth)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNoText(Part part) throws MessagingException {
        return !part.isMimeType("text/*");
    }
}
