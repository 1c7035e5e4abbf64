package io.liasse.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.liasse.store.testing.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class JournalFeedTest {
    private final Stores stores = Stores.fresh();
    private final Journal journal = stores.journal();
    private final List<JournalFeed> feeds = new ArrayList<>();

    @AfterEach
    void close() {
        feeds.forEach(JournalFeed::stop);
        stores.close();
    }

    private void start(JournalFollower... followers) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (JournalFollower each : followers) {
            beans.addBean(each.name(), each);
        }
        JournalFeed feed = new JournalFeed(
                journal, stores.bean(JournalSignal.class), beans.getBeanProvider(JournalFollower.class));
        feeds.add(feed);
        feed.start();
    }

    private void append(String name) {
        journal.append(NewEntry.of(Action.SEARCHED, Actor.program("test")).with(Map.of("name", name)));
    }

    /** Keeps its place in the database, as every follower whose work is there does. */
    private class Recorder implements JournalFollower {
        final List<String> names = new CopyOnWriteArrayList<>();
        final List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public JournalPosition position() {
            return stores.bean(JournalCursors.class).find(name).orElse(JournalPosition.START);
        }

        @Override
        public void accept(List<JournalEntry> entries) {
            entries.forEach(each -> {
                names.add(each.details().get("name"));
                arrivals.add(System.nanoTime());
            });
            stores.bean(JournalCursors.class).save(name, entries.getLast().position());
        }
    }

    @Test
    void handsEachFollowerEverythingInOrderAndGoesOnWhereItStopped() {
        append("before");
        Recorder one = new Recorder("one");
        Recorder other = new Recorder("other");
        start(one, other);
        IntStream.range(0, 600).forEach(each -> append("entry " + each));
        await().until(() -> one.names.size() == 601 && other.names.size() == 601);
        assertThat(one.names)
                .startsWith("before", "entry 0")
                .endsWith("entry 599")
                .doesNotHaveDuplicates();
        assertThat(other.names).isEqualTo(one.names);
        feeds.getFirst().stop();
        append("while stopped");
        start(one);
        await().until(() -> one.names.size() == 602);
        assertThat(one.names.getLast()).isEqualTo("while stopped");
    }

    @Test
    void wakesFollowersWithinATenthOfASecondOfTheCommit() {
        Recorder recorder = new Recorder("quick");
        start(recorder);
        List<Long> waits = new ArrayList<>();
        for (int each = 0; each < 21; each++) {
            append("entry " + each);
            long committed = System.nanoTime();
            int expected = each + 1;
            await().pollInterval(Duration.ofMillis(1)).until(() -> recorder.names.size() == expected);
            waits.add(recorder.arrivals.get(each) - committed);
        }
        Collections.sort(waits);
        assertThat(Duration.ofNanos(waits.get(10))).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void triesAgainWhatAFollowerCouldNotTakeWithoutHoldingUpTheOthers() {
        Recorder sound = new Recorder("sound");
        Recorder failing = new Recorder("failing") {
            private int left = 2;

            @Override
            public void accept(List<JournalEntry> entries) {
                if (left-- > 0) {
                    throw new IllegalStateException("not now");
                }
                super.accept(entries);
            }
        };
        start(failing, sound);
        append("first");
        append("second");
        await().until(() -> sound.names.size() == 2 && failing.names.size() == 2);
        assertThat(failing.names).containsExactly("first", "second");
    }

    @Test
    void stopsWithoutInterruptingAFollowerAtWork() {
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        Recorder recorder = new Recorder("busy") {
            @Override
            public void accept(List<JournalEntry> entries) {
                super.accept(entries);
                interrupted.add(Thread.currentThread().isInterrupted());
            }
        };
        start(recorder);
        append("only");
        await().until(() -> !recorder.names.isEmpty());
        feeds.getFirst().stop();
        assertThat(feeds.getFirst().isRunning()).isFalse();
        assertThat(interrupted).containsOnly(false);
    }
}
