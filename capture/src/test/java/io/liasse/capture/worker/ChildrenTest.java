package io.liasse.capture.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.ReaderSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
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

    private static Task impossible() {
        throw new IllegalArgumentException("no task");
    }
}
