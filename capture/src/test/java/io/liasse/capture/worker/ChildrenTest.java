package io.liasse.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.ReaderSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildrenTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    /** More such tasks than there are workers, so that none of them has gone with its task. */
    @Test
    void answersTasksThatCannotEvenBeMadeAndGoesOn() throws Exception {
        try (Children children = new Children(ReaderSettings.usual(), folder);
                Children.Queue queue = children.queue(folder)) {
            for (int task = 0; task <= ReaderSettings.usual().workers(); task++) {
                assertThat(queue.ask(ChildrenTest::impossible, LIMIT).get(1, TimeUnit.MINUTES))
                        .isInstanceOf(Answer.Failed.class);
            }
            assertThat(queue.ask(() -> new Task.Forget(folder), LIMIT).get(1, TimeUnit.MINUTES))
                    .isInstanceOf(Answer.Done.class);
        }
    }

    @Test
    void leavesNoProcessBehindThatWasStillStarting() throws Exception {
        Set<ProcessHandle> before = processes();
        Children children = new Children(ReaderSettings.usual(), folder);
        children.start();
        Set<ProcessHandle> starting = processes();
        while (starting.equals(before)) {
            Thread.onSpinWait();
            starting = processes();
        }
        children.close();
        starting.removeAll(before);
        for (ProcessHandle each : starting) {
            assertThat(each.onExit().get(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private static Set<ProcessHandle> processes() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private static Task impossible() {
        throw new IllegalArgumentException("no task");
    }
}
