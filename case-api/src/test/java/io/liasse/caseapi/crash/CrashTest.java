package io.liasse.caseapi.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Documents come in by folder, mail and REST while the program is killed again and again. In the end everything that was
 * sent is there exactly once. Five kills in the usual run, fifty with {@code -Dliasse.nightly=true}.
 */
class CrashTest {
    private static final int KILLS = Boolean.getBoolean("liasse.nightly") ? 50 : 5;
    private static final String MAIL_USER = "post@liasse.example";

    @TempDir
    Path folder;

    private final Queue<String> sent = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean pouring = new AtomicBoolean(true);
    private final Random random = new Random(20261122);

    @Test
    void losesNothingAndTakesNothingTwiceWhenKilledAtRandomMoments() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mail.start();
        GreenMailUser user = mail.setUser(MAIL_USER, MAIL_USER, "secret");
        ServerProcess server = new ServerProcess(folder.resolve("home"), mailbox(mail));
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            server.awaitReady();
            RestClient rest = new RestClient(server.address(), ServerProcess.PASSWORD);
            List<Future<?>> channels = List.of(
                    senders.submit(() -> pourIntoFolder()),
                    senders.submit(() -> pourIntoMailbox(mail, user)),
                    senders.submit(() -> pourByRest(rest)));
            try {
                for (int kill = 0; kill < KILLS; kill++) {
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(200, 4000));
                    server.killAndRestart();
                    server.awaitReady();
                }
            } finally {
                pouring.set(false);
            }
            for (Future<?> channel : channels) {
                channel.get(2, TimeUnit.MINUTES);
            }
            settle(server, rest);
            accountForAll(rest);
            assertThat(hotFolderFiles()).as("files still in the hot folder").isEmpty();
        } finally {
            server.stop();
            mail.stop();
        }
    }

    private Map<String, String> mailbox(GreenMail mail) {
        return Map.of(
                "LIASSE_MAILBOXES_0_NAME", "post",
                "LIASSE_MAILBOXES_0_PROTOCOL", "imap",
                "LIASSE_MAILBOXES_0_INTERVAL", "1s",
                "LIASSE_MAILBOXES_0_HOST", "127.0.0.1",
                "LIASSE_MAILBOXES_0_PORT", Integer.toString(mail.getImap().getPort()),
                "LIASSE_MAILBOXES_0_USERNAME", MAIL_USER,
                "LIASSE_MAILBOXES_0_PASSWORD", "secret");
    }

    private @Nullable Void pourIntoFolder() throws IOException, InterruptedException {
        Path hot = folder.resolve("home").resolve("hot");
        for (int n = 0; pouring.get(); n++) {
            String name = "folder-" + n + ".txt";
            Path whole = hot.resolve(name);
            Path part = hot.resolve(name + ".part");
            Files.writeString(part, text(name));
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            sent.add(name);
            pause();
        }
        return null;
    }

    private @Nullable Void pourIntoMailbox(GreenMail mail, GreenMailUser user)
            throws InterruptedException, FolderException {
        for (int n = 0; pouring.get(); n++) {
            String subject = "mail-" + n;
            user.deliver(GreenMailUtil.createTextEmail(
                    MAIL_USER,
                    "sender@example.org",
                    subject,
                    text(subject),
                    mail.getImap().getServerSetup()));
            sent.add(subject);
            pause();
        }
        return null;
    }

    private @Nullable Void pourByRest(RestClient rest) throws InterruptedException {
        for (int n = 0; pouring.get(); n++) {
            String name = "rest-" + n + ".txt";
            postUntilAcknowledged(name, rest);
            sent.add(name);
            pause();
        }
        return null;
    }

    /** Posts until the program acknowledges, as a careful sender does, always with the same idempotency key. */
    private void postUntilAcknowledged(String name, RestClient rest) throws InterruptedException {
        for (int attempt = 0; attempt < 600; attempt++) {
            OptionalInt status = rest.post(name, text(name));
            if (status.isPresent() && status.getAsInt() == 202) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new IllegalStateException(name + " was never acknowledged");
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private static String text(String name) {
        return "Guten Tag, this is the document " + name + ", of which there is only one. Marker "
                + name.replaceAll("[^a-z0-9]", "") + "unique.";
    }

    private void settle(ServerProcess server, RestClient rest) throws IOException, InterruptedException {
        try {
            awaitAllSettled(rest);
        } catch (ConditionTimeoutException | TerminalFailureException unsettled) {
            throw new AssertionError("not all was read; see " + server.evidence(), unsettled);
        }
    }

    /** However many wait: it may take as long as it goes on. */
    private void awaitAllSettled(RestClient rest) {
        AtomicReference<Progress> last = new AtomicReference<>(new Progress(0, 0, Instant.now()));
        await().atMost(Duration.ofMinutes(40))
                .pollInterval(Duration.ofSeconds(3))
                .failFast(
                        "nothing moved for three minutes",
                        () -> last.get().since().isBefore(Instant.now().minus(Duration.ofMinutes(3))))
                .until(() -> {
                    List<JsonNode> items = rest.items();
                    int under = (int) items.stream()
                            .filter(item -> item.get("state").asString().equals("RECEIVED"))
                            .count();
                    last.updateAndGet(known -> known.next(items.size(), under));
                    return items.size() >= sent.size() && under == 0;
                });
    }

    /** How many items there are, how many of them are not read yet, and since when that is so. */
    private record Progress(int items, int under, Instant since) {
        Progress next(int nowItems, int nowUnder) {
            return nowItems == items && nowUnder == under ? this : new Progress(nowItems, nowUnder, Instant.now());
        }
    }

    private void accountForAll(RestClient rest) throws IOException, InterruptedException {
        Map<String, Integer> times = new HashMap<>();
        List<String> failed = new ArrayList<>();
        for (JsonNode item : rest.items()) {
            times.merge(item.get("name").asString(), 1, Integer::sum);
            if (item.get("state").asString().equals("FAILED")) {
                failed.add(item.get("name").asString());
            }
        }
        Map<String, Integer> expected = new HashMap<>();
        sent.forEach(name -> expected.put(name, 1));
        assertThat(times).as("each thing sent, and how often it was taken").isEqualTo(expected);
        assertThat(failed).as("items that failed").isEmpty();
        for (String name : sent) {
            String marker = name.replaceAll("[^a-z0-9]", "") + "unique";
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(rest.found(marker)).as(marker).isEqualTo(1));
        }
    }

    private List<Path> hotFolderFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home").resolve("hot"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
