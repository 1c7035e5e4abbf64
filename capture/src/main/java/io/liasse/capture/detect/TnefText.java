package io.liasse.capture.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hmef.attribute.TNEFStringAttribute;

/** The plain text of a winmail.dat (MS-OXTNEF, attBody), which Tika leaves aside: it reads the rich text only. */
final class TnefText {
    static final String TYPE = "application/vnd.ms-tnef";

    private TnefText() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            HMEFMessage message = new HMEFMessage(in);
            TNEFAttribute body = message.getMessageAttribute(TNEFProperty.ID_BODY);
            String text = body instanceof TNEFStringAttribute plain ? plain.getString() : "";
            return message.getSubject() == null ? text : message.getSubject() + "\n\n" + text;
        } catch (IllegalArgumentException | IllegalStateException e) {
            return "";
        }
    }
}
