package io.liasse.routes.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * Which mails of a folder are to be taken: those the after-action has not marked yet, without those known to be hopeless.
 * UIDs hold only as long as UIDVALIDITY stays (RFC 9051, 2.3.1.1). Not thread-safe.
 */
final class NewMails {
    private final SearchTerm unmarked;
    private final Set<Long> hopeless = new HashSet<>();
    private long validity;

    NewMails(MailboxSettings.After after) {
        this.unmarked = switch (after) {
            case SEEN -> new FlagTerm(new Flags(Flags.Flag.SEEN), false);
            case FLAG -> new FlagTerm(new Flags(Flags.Flag.FLAGGED), false);
            case MOVE, DELETE -> new FlagTerm(new Flags(Flags.Flag.DELETED), false);
        };
    }

    /** Oldest first, at most so many. */
    List<IMAPMessage> in(IMAPFolder folder, int most) throws MessagingException {
        forgetWhenInvalid(folder);
        Message[] found = folder.search(unmarked);
        FetchProfile uids = new FetchProfile();
        uids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(found, uids);
        List<IMAPMessage> mails = new ArrayList<>();
        for (Message each : Arrays.asList(found)) {
            if (mails.size() < most && !hopeless.contains(folder.getUID(each))) {
                mails.add((IMAPMessage) each);
            }
        }
        return mails;
    }

    private void forgetWhenInvalid(IMAPFolder folder) throws MessagingException {
        if (folder.getUIDValidity() != validity) {
            hopeless.clear();
            validity = folder.getUIDValidity();
        }
    }

    /** Not to be tried again before a restart. */
    void giveUp(long uid) {
        hopeless.add(uid);
    }
}
