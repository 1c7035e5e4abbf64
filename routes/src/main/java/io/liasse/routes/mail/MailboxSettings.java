package io.liasse.routes.mail;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code liasse.mailboxes[n].*}; none when not set. */
@ConfigurationProperties("liasse")
record MailboxSettings(@DefaultValue List<Mailbox> mailboxes) {
    /**
     * One folder of one mailbox. A mail is always kept whole, and its attachments become documents of their own.
     *
     * @param name for people; the address when not set
     * @param port 0: the usual one of the protocol
     * @param protocol {@code imap} (upgraded to TLS where the server offers it) or {@code imaps}
     * @param scope which mails are taken: with ATTACHMENTS only those that have some; the others stay untouched
     * @param after what becomes of a mail that was taken; also which mails are new: with SEEN the unseen, with FLAG those
     *     without a flag, with MOVE and DELETE all
     * @param target the folder to move to, made when absent
     * @param interval between two looks
     */
    record Mailbox(
            @Nullable String name,
            String host,
            @DefaultValue("0") int port,
            @DefaultValue("imaps") String protocol,
            String username,
            String password,
            @DefaultValue("INBOX") String folder,
            @DefaultValue("BOTH") Scope scope,
            @DefaultValue("SEEN") After after,
            @DefaultValue("Liasse") String target,
            @DefaultValue("20s") Duration interval) {
        Mailbox {
            if (!protocol.equals("imap") && !protocol.equals("imaps")) {
                throw new IllegalArgumentException("liasse.mailboxes: protocol must be imap or imaps");
            }
        }

        String title() {
            return name == null || name.isBlank() ? username : name;
        }

        /** Where it is, for people and for source keys. */
        String address() {
            return "%s://%s@%s/%s".formatted(protocol, username, host, folder);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Mailbox[" + address() + "]";
        }
    }

    /** Which mails are taken. */
    enum Scope {
        ATTACHMENTS,
        WHOLE,
        BOTH
    }

    /** What becomes of a mail that was taken. */
    enum After {
        SEEN,
        MOVE,
        FLAG,
        DELETE
    }
}
