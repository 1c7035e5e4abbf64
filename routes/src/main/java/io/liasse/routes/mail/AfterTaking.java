package io.liasse.routes.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** What is done with a mail that is safely stored. Only ever removes that very mail, never others marked as deleted. */
final class AfterTaking {
    private final MailboxSettings.Mailbox mailbox;

    AfterTaking(MailboxSettings.Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void act(MailServer.Connection connection, IMAPMessage mail) throws MessagingException {
        switch (mailbox.after()) {
            case SEEN -> mail.setFlag(Flags.Flag.SEEN, true);
            case FLAG -> mail.setFlag(Flags.Flag.FLAGGED, true);
            case MOVE -> move(connection, mail);
            case DELETE -> delete(connection, mail);
        }
    }

    private void move(MailServer.Connection connection, IMAPMessage mail) throws MessagingException {
        Folder target = connection.store().getFolder(mailbox.target());
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        IMAPFolder folder = connection.folder();
        if (can(connection.store(), "MOVE")) {
            folder.moveMessages(new Message[] {mail}, target);
        } else {
            folder.copyMessages(new Message[] {mail}, target);
            delete(connection, mail);
        }
    }

    /** Without UIDPLUS (RFC 4315) it stays marked as deleted: expunging all marked mails is up to their owner. */
    private static void delete(MailServer.Connection connection, IMAPMessage mail) throws MessagingException {
        mail.setFlag(Flags.Flag.DELETED, true);
        if (can(connection.store(), "UIDPLUS")) {
            connection.folder().expunge(new Message[] {mail});
        }
    }

    private static boolean can(Store store, String capability) throws MessagingException {
        return ((IMAPStore) store).hasCapability(capability);
    }
}
