package io.liasse.capture.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A task in line. What exactly is asked is decided when it is handed over, so that later pages profit from earlier ones.
 *
 * @param folder of the document, for all that is written on the way
 */
record Job(Supplier<? extends Task> task, Duration limit, Path folder, CompletableFuture<Answer> answer) {}
