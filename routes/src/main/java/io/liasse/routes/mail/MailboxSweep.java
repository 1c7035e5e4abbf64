package io.liasse.routes.mail;

import io.liasse.routes.DocumentIntake;
import io.liasse.routes.Incoming;
import io.liasse.routes.IncomingTooLarge;
import io.liasse.routes.failure.ChannelHealth;
import io.liasse.routes.failure.Sweep;
import io.liasse.routes.failure.Trouble;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round through a mailbox, on a connection of its own. A mail is brought to this node as it is, taken, and only after
 * the commit seen, flagged, moved or deleted. One that cannot be taken stays where it is and is named on the channel; the
 * others go on.
 */
final class MailboxSweep implements Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxSweep.class);
    private static final int MOST_AT_ONCE = 100;

    private final String id;
    private final MailboxSettings.Mailbox mailbox;
    private final MailServer server;
    private final NewMails newMails;
    private final AfterTaking after;
    private final DocumentIntake intake;
    private final Workplace workplace;
    private final ChannelHealth health;

    MailboxSweep(
            String id,
            MailboxSettings.Mailbox mailbox,
            DocumentIntake intake,
            Workplace workplace,
            ChannelHealth health) {
        this.id = id;
        this.mailbox = mailbox;
        this.server = new MailServer(mailbox);
        this.newMails = new NewMails(mailbox.after());
        this.after = new AfterTaking(mailbox);
        this.intake = intake;
        this.workplace = workplace;
        this.health = health;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ChannelHealth health() {
        return health;
    }

    @Override
    public Duration interval() {
        return mailbox.interval();
    }

    @Override
    public void sweep() throws MessagingException {
        try (MailServer.Connection connection = server.open()) {
            for (IMAPMessage mail : newMails.in(connection.folder(), MOST_AT_ONCE)) {
                takeOrGiveUp(connection, mail);
            }
        }
    }

    private void takeOrGiveUp(MailServer.Connection connection, IMAPMessage mail) throws MessagingException {
        long uid = connection.folder().getUID(mail);
        try {
            take(connection, mail, uid);
        } catch (MessageRemovedException e) {
            LOG.atDebug().addKeyValue("channel", id).log("a mail went away before it was taken");
        } catch (IncomingTooLarge e) {
            giveUp(uid, "has more than " + e.limit() + " bytes");
        } catch (MessagingException | IOException | RuntimeException e) {
            giveUpUnlessPassing(connection, uid, e);
        }
    }

    private void take(MailServer.Connection connection, IMAPMessage mail, long uid)
            throws MessagingException, IOException {
        if (mailbox.scope() == MailboxSettings.Scope.ATTACHMENTS && !Attachments.in(mail)) {
            newMails.giveUp(uid);
            return;
        }
        try (Workplace.Desk desk = workplace.desk()) {
            SpooledMail spooled = spool(mail, desk);
            try (InputStream bytes = Files.newInputStream(spooled.file())) {
                intake.receive(incoming(spooled, connection.folder().getUIDValidity() + "." + uid), bytes);
            }
        }
        health.received();
        after.act(connection, mail);
    }

    private static SpooledMail spool(IMAPMessage mail, Workplace.Desk desk) throws MessagingException, IOException {
        Path file = desk.file("mail.eml");
        try (InputStream bytes = mail.getMimeStream()) {
            Files.copy(bytes, file);
        }
        return new SpooledMail(file);
    }

    private Incoming incoming(SpooledMail mail, String uid) throws IOException {
        String subject = mail.subject();
        return new Incoming(
                Channel.MAIL,
                sourceKey(mail, uid),
                subject.isBlank() ? "mail" : subject,
                mail.sender(),
                "message/rfc822",
                mail.messageId().orElse(null),
                mail.threadIds(),
                subject.isBlank() ? List.of() : List.of(subject),
                null,
                Wishes.NONE,
                Incoming.Urgency.ROUTINE,
                mailbox.title());
    }

    /**
     * Message-ID and content: so a mail is known again after the server has renumbered its mails, and nobody can have a
     * mail passed over by using the Message-ID of another. Without a Message-ID, its number in the mailbox.
     */
    private String sourceKey(SpooledMail mail, String uid) throws IOException {
        return String.join(
                "|",
                mailbox.address(),
                mail.messageId().orElse(uid),
                mail.print().hex());
    }

    private void giveUpUnlessPassing(MailServer.Connection connection, long uid, Exception problem)
            throws MessagingException {
        if (!connection.store().isConnected() || isOfSurroundings(problem)) {
            throw new MessagingException(Objects.toString(problem.getMessage()), problem);
        }
        String reference = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("channel", id)
                .addKeyValue("uid", uid)
                .addKeyValue("reference", reference)
                .setCause(problem)
                .log("a mail could not be taken");
        giveUp(uid, "cannot be taken, see the log under " + reference);
    }

    /** While the server still answers, trouble in talking to it is about the one mail. */
    private static boolean isOfSurroundings(Exception problem) {
        return problem instanceof RuntimeException && Trouble.passes(problem);
    }

    private void giveUp(long uid, String reason) {
        newMails.giveUp(uid);
        health.problem("mail " + uid + " " + reason);
    }
}
