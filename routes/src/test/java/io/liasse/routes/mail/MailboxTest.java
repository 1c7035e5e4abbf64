package io.liasse.routes.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.liasse.routes.Channels;
import io.liasse.routes.testing.Program;
import io.liasse.store.item.Item;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.testing.TestDatabase;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {
    private static final String ADDRESS = "intake@example.org";
    private static final String LETTER = """
            From: =?UTF-8?Q?J=C3=BCrg?= <jurg@example.com>
            To: intake@example.org
            Subject: =?UTF-8?Q?Sch=C3=A4den?= 2026-000417-1
            Message-ID: <one@example.com>
            In-Reply-To: <zero@example.com>
            References: <minus@example.com> <zero@example.com>
            Date: Mon, 5 Jan 2026 10:00:00 +0100
            Content-Type: text/plain; charset=UTF-8

            Dear all
            """;

    @TempDir
    private Path home;

    private TestDatabase database;
    private GreenMail server;
    private GreenMailUser mailbox;

    @BeforeEach
    void startServer() throws IOException {
        database = TestDatabase.fresh();
        server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        mailbox = server.setUser(ADDRESS, ADDRESS, "secret");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Program program(String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "name=Letters",
                "host=127.0.0.1",
                "port=" + server.getImap().getPort(),
                "protocol=imap",
                "username=" + ADDRESS,
                "password=secret",
                "interval=100ms"));
        all.addAll(Arrays.asList(properties));
        return Program.start(
                home,
                database,
                all.stream().map(each -> "liasse.mailboxes[0]." + each).toArray(String[]::new));
    }

    @Test
    void takesTheWholeMailAsItCame() throws IOException {
        deliver(LETTER);
        try (Program program = program()) {
            await().until(() -> program.items().size() == 1);
            Item item = program.items().getFirst();
            assertThat(item.name()).isEqualTo("Schäden 2026-000417-1");
            assertThat(item.sender()).isEqualTo("Jürg <jurg@example.com>");
            assertThat(item.messageId()).isEqualTo("<one@example.com>");
            assertThat(item.threadIds()).containsExactly("<zero@example.com>", "<minus@example.com>");
            assertThat(item.hints()).containsExactly("Schäden 2026-000417-1");
            try (InputStream bytes = program.get(ObjectStore.class).open(item.sha256())) {
                assertThat(bytes.readAllBytes()).endsWith(crlf("\nDear all\n"));
            }
        }
    }

    @Test
    void marksAsSeenWhatItTook() {
        deliver(LETTER);
        try (Program program = program("after=seen")) {
            await().until(() -> flags().contains(Flags.Flag.SEEN));
            assertThat(program.documentNames()).hasSize(1);
        }
    }

    @Test
    void flagsWhatItTookAndLeavesItUnseen() {
        deliver(LETTER);
        try (Program program = program("after=flag")) {
            await().until(() -> flags().contains(Flags.Flag.FLAGGED));
            assertThat(flags().contains(Flags.Flag.SEEN)).isFalse();
            assertThat(program.documentNames()).hasSize(1);
        }
    }

    @Test
    void movesWhatItTook() {
        deliver(LETTER);
        try (Program program = program("after=move", "target=Done")) {
            await().until(() -> inbox().getMessageCount() == 0);
            assertThat(folder("Done").getMessageCount()).isOne();
            assertThat(program.documentNames()).hasSize(1);
        }
    }

    @Test
    void deletesOnlyWhatItTook() {
        deliver(LETTER);
        try (Program program = program("after=delete")) {
            await().until(() -> inbox().getMessageCount() == 0 || flags().contains(Flags.Flag.DELETED));
            assertThat(program.documentNames()).hasSize(1);
        }
    }

    @Test
    void takesACopyOfTheSameMailOnce() {
        deliver(LETTER);
        try (Program program = program("after=move")) {
            await().until(() -> inbox().getMessageCount() == 0);
            deliver("Received: from elsewhere; Tue, 6 Jan 2026 10:00:00 +0100\n" + LETTER);
            await().until(() -> inbox().getMessageCount() == 0);
            assertThat(program.documentNames()).hasSize(1);
        }
    }

    @Test
    void takesAnotherMailThatUsesTheSameMessageId() {
        deliver(LETTER);
        deliver(LETTER.replace("Dear all", "Something else"));
        try (Program program = program()) {
            await().until(() -> program.documentNames().size() == 2);
        }
    }

    @Test
    void takesMailsWithoutMessageIdOneByOne() {
        String anonymous = "From: a@example.com\nSubject: same\n\nsame\n";
        deliver(anonymous);
        deliver(anonymous);
        try (Program program = program("after=seen")) {
            await().until(() -> program.documentNames().size() == 2);
        }
    }

    @Test
    void leavesTheMailUntouchedUntilItIsStored() throws IOException {
        try (Program program = program("after=seen")) {
            Path objects = home.resolve("objects");
            Path away = home.resolve("objects-away");
            Files.move(objects, away);
            Files.writeString(objects, "a file where the folder was");
            deliver(LETTER);
            await().until(() -> program.channel("mail").health() == Channels.Health.RETRYING);
            assertThat(program.documentNames()).isEmpty();
            assertThat(flags().contains(Flags.Flag.SEEN)).isFalse();
            Files.delete(objects);
            Files.move(away, objects);
            awaitDocuments(program, 1);
            await().until(() -> flags().contains(Flags.Flag.SEEN));
        }
    }

    @Test
    void waitsForAServerThatIsDownAndGoesOnWhenItDies() {
        int port = server.getImap().getPort();
        server.stop();
        try (Program program = programAt(port)) {
            await().until(() -> program.channel("mail").health() == Channels.Health.RETRYING);
            assertThat(program.channel("mail").lastProblem()).containsIgnoringCase("refused");
            restartServer(port);
            deliver(LETTER);
            awaitDocuments(program, 1);
            server.stop();
            await().until(() -> program.channel("mail").health() == Channels.Health.RETRYING);
            restartServer(port);
            deliver(LETTER.replace("one@", "two@"));
            awaitDocuments(program, 2);
            await().until(() -> program.channel("mail").health() == Channels.Health.WORKING);
            assertThat(program.channel("mail").lastProblem()).isNull();
        }
    }

    private static void awaitDocuments(Program program, int count) {
        await().atMost(Duration.ofSeconds(40))
                .until(() -> program.documentNames().size() == count);
    }

    private Program programAt(int port) {
        return Program.start(
                home,
                database,
                "liasse.mailboxes[0].host=127.0.0.1",
                "liasse.mailboxes[0].port=" + port,
                "liasse.mailboxes[0].protocol=imap",
                "liasse.mailboxes[0].username=" + ADDRESS,
                "liasse.mailboxes[0].password=secret",
                "liasse.mailboxes[0].interval=100ms");
    }

    private void restartServer(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        mailbox = server.setUser(ADDRESS, ADDRESS, "secret");
    }

    @Test
    void tellsWhenThePasswordIsWrong() {
        try (Program program = program("password=wrong")) {
            await().until(() -> program.channel("mail").health() == Channels.Health.RETRYING);
            assertThat(program.channel("mail").lastProblem())
                    .contains("Authentication")
                    .doesNotContain("wrong ");
        }
    }

    @Test
    void takesBrokenMailsLikeOthers() {
        deliver("this is no mail at all");
        deliver("Content-Type: multipart/mixed; boundary=\n\n--\n--\n");
        deliver("Subject: =?broken?Q?=ZZ\nFrom: <<>>\nMessage-ID: none\n\nx");
        deliver(LETTER);
        try (Program program = program("after=seen")) {
            await().until(() -> program.documentNames().size() == 4);
            assertThat(program.documentNames()).contains("Schäden 2026-000417-1");
        }
    }

    @Test
    void leavesMailsWithoutAttachmentsWhenOnlyAttachmentsAreWanted() {
        deliver(LETTER);
        deliver("""
                From: a@example.com
                Subject: with attachment
                Message-ID: <att@example.com>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain

                see attachment
                --x
                Content-Type: application/pdf
                Content-Disposition: attachment; filename="a.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --x--
                """);
        try (Program program = program("scope=attachments", "after=move")) {
            await().until(() -> inbox().getMessageCount() == 1);
            assertThat(program.documentNames()).containsExactly("with attachment");
        }
    }

    @Test
    void leavesOutOnlyTheMailThatIsTooLarge() {
        deliver("From: a@example.com\nSubject: large\n\n" + "x".repeat(300) + "\n" + "y".repeat(2_000));
        deliver(LETTER);
        List<String> properties = List.of("host=127.0.0.1", "protocol=imap", "username=" + ADDRESS, "password=secret");
        List<String> all = new ArrayList<>(
                properties.stream().map(each -> "liasse.mailboxes[0]." + each).toList());
        all.add("liasse.mailboxes[0].port=" + server.getImap().getPort());
        all.add("liasse.mailboxes[0].interval=100ms");
        all.add("liasse.intake.max-bytes=2KB");
        try (Program program = Program.start(home, database, all.toArray(String[]::new))) {
            await().until(() -> program.documentNames().equals(List.of("Schäden 2026-000417-1")));
            await().until(() -> program.channel("mail").lastProblem() != null);
            assertThat(program.channel("mail").lastProblem()).contains("more than 2048 bytes");
            assertThat(program.channel("mail").health()).isEqualTo(Channels.Health.WORKING);
        }
    }

    private void deliver(String mail) {
        try {
            Session session = Session.getInstance(new Properties());
            mailbox.deliver(new MimeMessage(session, new ByteArrayInputStream(crlf(mail))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] crlf(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private MailFolder inbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(mailbox);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    private MailFolder folder(String name) {
        return server.getManagers().getImapHostManager().getFolder(mailbox, name);
    }

    private Flags flags() {
        return inbox().getMessages().stream()
                .map(StoredMessage::getFlags)
                .findFirst()
                .orElseThrow();
    }
}
