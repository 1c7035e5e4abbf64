package io.liasse.capture.worker;

import io.liasse.capture.ReaderSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Starts children and waits until they are ready. */
record ChildStart(ChildCommand command, Path models, Path folder) {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** A child that has answered its set-up. Nothing is left of one that has not, for whatever reason. */
    Child start(int number) throws InterruptedException {
        Child child = launch(folder.resolve("temporary-" + number));
        boolean ready = false;
        try {
            Answer answer = child.ask(new Task.Setup(command.settings(), models), LIMIT);
            ready = answer instanceof Answer.Done;
            if (!ready) {
                throw new IllegalStateException(
                        "A reading process does not start: " + answer + " " + child.complaints());
            }
            return child;
        } finally {
            if (!ready) {
                child.close();
            }
        }
    }

    private Child launch(Path temporary) {
        ReaderSettings settings = command.settings();
        try {
            Files.createDirectories(temporary.resolveSibling("idle"));
            Links.lay(temporary, temporary.resolveSibling("idle"));
            return new Child(
                    command.start(temporary),
                    temporary,
                    (long) settings.residentMegabytes() << 20,
                    settings.unpackedBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
