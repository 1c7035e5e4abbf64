package io.liasse.capture.worker;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.LogManager;

/**
 * The main class of a child. Answers one task after the other and ends, also in the middle of a task, when its standard
 * input ends, which it does when the server's process dies, however it dies. What libraries print to standard output
 * goes to standard error.
 */
public final class ReadingChild {
    private ReadingChild() {}

    /** Takes no arguments: all comes through standard input. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Frames frames = new Frames(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("tasks").start(() -> receive(frames, tasks));
        Desk desk = new Desk();
        while (true) {
            frames.write(desk.answer(tasks.take()));
        }
    }

    private static void receive(Frames frames, BlockingQueue<Task> tasks) {
        try {
            for (Task task = frames.read(Task.class); task != null; task = frames.read(Task.class)) {
                tasks.add(task);
            }
            Runtime.getRuntime().halt(0);
        } catch (IOException | RuntimeException e) {
            Runtime.getRuntime().halt(1);
        }
    }
}
