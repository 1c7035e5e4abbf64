package io.liasse.capture;

import io.liasse.capture.ocr.LanguageModels;
import io.liasse.capture.ocr.NativeLibraries;
import io.liasse.capture.ocr.Picture;
import io.liasse.capture.ocr.Recogniser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares pages per second of the whole reader, each page a document with all its renditions, with bare Tesseract on the
 * same pages with as many threads and the language known. Not a test: run it by hand with picture files as arguments
 * whose names begin with the code of their language. On a machine that does other work too, compare processor seconds.
 */
final class ReadingBench {
    private static final Map<String, String> MODELS = Map.of("de", "deu", "fr", "fra", "it", "ita", "en", "eng");

    private ReadingBench() {}

    private record Cost(double wall, double processor, int pages) {
        void print(String what) {
            System.out.printf(
                    "%-10s %3d pages %6.2f pages/s %6.2f CPU-s/page (wall %.1f s)%n",
                    what, pages, pages / wall, processor / pages, wall);
        }
    }

    public static void main(String[] files) throws Exception {
        List<Path> pages = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("rounds", 2); round++) {
            for (String file : files) {
                pages.add(Path.of(file));
            }
        }
        Collections.shuffle(pages, new Random(1));
        Cost raw = raw(pages);
        raw.print("raw");
        Cost whole = whole(pages);
        whole.print("reader");
        System.out.printf(
                "ratio %.3f by wall, %.3f by processor time%n", raw.wall / whole.wall, raw.processor / whole.processor);
    }

    private static Cost raw(List<Path> pages) throws Exception {
        Path folder = Files.createTempDirectory("reading-bench");
        System.setProperty(
                "jna.library.path",
                NativeLibraries.unpack(folder.resolve("native")).toString());
        Path models = LanguageModels.gather(null, folder.resolve("models"));
        AtomicLong processor = new AtomicLong();
        ThreadLocal<Recogniser> own = ThreadLocal.withInitial(() -> new Recogniser(models));
        double wall = inThreads(pages, page -> {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            try (Picture picture = Picture.read(page).orElseThrow()) {
                own.get()
                        .recognise(
                                picture,
                                MODELS.get(page.getFileName().toString().substring(0, 2)))
                        .text();
            }
            processor.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        });
        return new Cost(wall, processor.get() / 1e9, pages.size());
    }

    private static Cost whole(List<Path> pages) throws Exception {
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual())) {
            inThreads(pages.subList(0, Math.min(8, pages.size())), page -> read(reader, page));
            double before = processor(reader);
            double wall = inThreads(pages, page -> read(reader, page));
            return new Cost(wall, processor(reader) - before, pages.size());
        }
    }

    private static void read(DocumentReader reader, Path page) throws IOException {
        Path folder = Files.createTempDirectory("reading-bench");
        Reading reading = reader.read(new ReadOrder(page, page.getFileName().toString(), null, null, null, folder));
        if (!(reading instanceof Reading.Read)) {
            throw new IllegalStateException(page + " " + reading);
        }
    }

    /** User and system time of the children, from fields 14 and 15 of /proc/pid/stat, in hundredths of a second. */
    private static double processor(DocumentReader reader) throws IOException {
        double sum = 0;
        for (long pid : reader.processes()) {
            String[] fields = Files.readString(Path.of("/proc/" + pid + "/stat"))
                    .replaceFirst(".*\\) ", "")
                    .split(" ");
            sum += (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        }
        return sum;
    }

    private interface Step {
        void take(Path page) throws Exception;
    }

    private static double inThreads(List<Path> pages, Step step) throws InterruptedException {
        Queue<Path> left = new ConcurrentLinkedQueue<>(pages);
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (Path page = left.poll(); page != null; page = left.poll()) {
                    try {
                        step.take(page);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
