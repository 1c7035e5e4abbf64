package io.liasse.routes.mail;

import io.liasse.routes.DocumentIntake;
import io.liasse.routes.failure.ChannelBoard;
import io.liasse.routes.failure.SweptChannels;
import io.liasse.routes.workplace.Workplace;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The configured mailboxes. */
@Component
@EnableConfigurationProperties(MailboxSettings.class)
final class Mailboxes implements SweptChannels {
    private final List<MailboxSweep> sweeps;

    Mailboxes(MailboxSettings settings, DocumentIntake intake, Workplace workplace, ChannelBoard board) {
        this.sweeps = IntStream.range(0, settings.mailboxes().size())
                .mapToObj(number -> sweep(number, settings.mailboxes().get(number), intake, workplace, board))
                .toList();
    }

    private static MailboxSweep sweep(
            int number,
            MailboxSettings.Mailbox mailbox,
            DocumentIntake intake,
            Workplace workplace,
            ChannelBoard board) {
        return new MailboxSweep(
                "mailbox-" + number, mailbox, intake, workplace, board.add(mailbox.title(), "mail", mailbox.address()));
    }

    @Override
    public List<MailboxSweep> sweeps() {
        return sweeps;
    }
}
