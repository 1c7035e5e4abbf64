package io.liasse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Documents per second from the first post until the last is read, beside a plain durable copy of the same files. */
final class WithoutOcr {
    private static final int ROUNDS = 2;
    private static final int CLIENTS = 4;

    private WithoutOcr() {}

    static List<Figure> measure(Client client, Samples samples, Path scratch) throws InterruptedException {
        List<Path> files = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            files.addAll(samples.withoutPictures());
        }
        samples.withoutPictures().stream().limit(20).forEach(client::post);
        client.awaitAllRead();
        double copying = Clients.work(2, files, file -> copyDurably(file, scratch));
        long start = System.nanoTime();
        Clients.work(CLIENTS, files, client::post);
        double receiving = (System.nanoTime() - start) / 1e9;
        client.awaitAllRead();
        double reading = (System.nanoTime() - start) / 1e9;
        String on = files.size() + " Office files and mails, " + CLIENTS + " connections";
        return List.of(
                new Figure("received without OCR", files.size() / receiving, "documents/s", files.size() / copying, on),
                new Figure("read without OCR", files.size() / reading, "documents/s", files.size() / copying, on));
    }

    private static void copyDurably(Path file, Path scratch) {
        try {
            Path copy = Files.createTempFile(scratch, "copy", null);
            try (FileChannel to = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                to.write(ByteBuffer.wrap(Files.readAllBytes(file)));
                to.force(true);
            }
            Files.delete(copy);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
