package io.liasse.routes.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Opens the folder of a mailbox. Reading marks nothing as seen, and no answer is waited for without end. */
final class MailServer {
    private static final String CONNECT_MILLIS = "15000";
    private static final String ANSWER_MILLIS = "60000";
    private static final String CHUNK_BYTES = "262144";

    private final MailboxSettings.Mailbox mailbox;
    private final Session session;

    MailServer(MailboxSettings.Mailbox mailbox) {
        this.mailbox = mailbox;
        this.session = Session.getInstance(properties(mailbox.protocol()));
    }

    private static Properties properties(String protocol) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", CHUNK_BYTES);
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        return properties;
    }

    /** The open folder; closing the connection closes both. */
    Connection open() throws MessagingException {
        Store store = session.getStore(mailbox.protocol());
        try {
            store.connect(
                    mailbox.host(), mailbox.port() == 0 ? -1 : mailbox.port(), mailbox.username(), mailbox.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
            folder.open(Folder.READ_WRITE);
            return new Connection(store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** An open folder and the connection it lives in. */
    record Connection(Store store, IMAPFolder folder) implements AutoCloseable {
        @Override
        public void close() throws MessagingException {
            store.close();
        }
    }
}
