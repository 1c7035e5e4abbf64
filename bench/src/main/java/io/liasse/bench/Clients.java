package io.liasse.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Several clients that take work from one list until it is done. */
final class Clients {
    private Clients() {}

    /** Seconds of wall time that {@code clients} threads took for all the work. */
    static <T> double work(int clients, List<T> work, Consumer<T> action) {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(client -> threads.submit(() -> takeTurns(work, next, action)))
                    .toList();
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static <T> void takeTurns(List<T> work, AtomicInteger next, Consumer<T> action) {
        for (int turn = next.getAndIncrement(); turn < work.size(); turn = next.getAndIncrement()) {
            action.accept(work.get(turn));
        }
    }
}
