package io.liasse.caseapi.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.liasse.LiasseApplication;
import io.liasse.store.access.Role;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Base of tests against the running program: real PostgreSQL, real reading, a real mail server, on a free port and in a
 * home folder of its own. All tests share it, so each makes its own cases and documents and counts on no others. Add no
 * annotation that changes the context: that would start the program once more.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = LiasseApplication.class)
public abstract class RunningLiasse {
    /** Password of every user of these tests, admin among them. */
    public static final String PASSWORD = "correct horse battery";

    /** Address and user name of the mailbox the program fetches from. */
    public static final String MAILBOX = "post@liasse.example";

    private static final Path HOME = TestHome.create();
    private static final GreenMail MAIL = startMail();

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("liasse.home", HOME::toString);
        settings.add("liasse.security.admin-password", () -> PASSWORD);
        settings.add("liasse.hot-folders[0].path", () -> hotFolder().toString());
        settings.add("liasse.hot-folders[0].quiet", () -> "300ms");
        settings.add("liasse.hot-folders[0].interval", () -> "200ms");
        settings.add("liasse.mailboxes[0].host", () -> "127.0.0.1");
        settings.add("liasse.mailboxes[0].port", () -> MAIL.getImap().getPort());
        settings.add("liasse.mailboxes[0].protocol", () -> "imap");
        settings.add("liasse.mailboxes[0].username", () -> MAILBOX);
        settings.add("liasse.mailboxes[0].password", () -> PASSWORD);
        settings.add("liasse.mailboxes[0].interval", () -> "1s");
    }

    private static GreenMail startMail() {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        mail.setUser(MAILBOX, MAILBOX, PASSWORD);
        return mail;
    }

    /** The folder whose files are taken in. */
    protected static Path hotFolder() {
        return HOME.resolve("hot");
    }

    protected static Path home() {
        return HOME;
    }

    protected static GreenMail mail() {
        return MAIL;
    }

    /** The address of the program, without a slash at the end. */
    protected final String address() {
        return "http://localhost:" + port;
    }

    protected final People people() {
        return people;
    }

    protected final Caller nobody() {
        return Caller.nobody(address());
    }

    /** The first user, who has every role but that of an external system. */
    protected final Caller admin() {
        return nobody().signedInAs("admin", PASSWORD);
    }

    /** A person at the screens, not signed in yet. */
    protected final Browser browser() {
        return new Browser(address());
    }

    /** The user of these tests who has this role and no other. */
    protected final Caller as(Role role) {
        return nobody().signedInAs(people.with(role).username(), PASSWORD);
    }
}
