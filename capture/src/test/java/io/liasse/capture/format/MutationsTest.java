package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of every kind end in a clear state within the limits; 48 of them, and 2,400 in the nightly run. */
@Tag("samples")
final class MutationsTest {
    private static final int FILES = Boolean.getBoolean("liasse.nightly") ? 2_400 : 48;
    private static final long SEED = Long.getLong("liasse.seed", 20_260_101L);
    private static final long LARGEST_SAMPLE = 80_000;
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void endInAClearStateWithinTheirLimits() throws Exception {
        List<Path> samples = samples();
        assertThat(samples).hasSizeGreaterThan(20);
        try (DocumentReader reader = new DocumentReader(settings());
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<String>> asked = IntStream.range(0, FILES)
                    .mapToObj(number -> readers.submit(() -> state(reader, samples, number)))
                    .toList();
            Map<String, Long> states = asked.stream()
                    .map(MutationsTest::get)
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            Files.writeString(Path.of("target", "mutations.txt"), "seed " + SEED + ": " + states + "\n");
            assertThat(states.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(FILES);
            assertThat(new Readers(reader, folder).read(good())).isNotNull();
        }
    }

    private String state(DocumentReader reader, List<Path> samples, int number) throws IOException {
        Random random = new Random(SEED + number);
        Path sample = samples.get(number % samples.size());
        byte[] other = Files.readAllBytes(samples.get(random.nextInt(samples.size())));
        Path file = folder.resolve(number + "-" + sample.getFileName());
        Files.write(file, new Mutator(random).damage(Files.readAllBytes(sample), other));
        long begin = System.nanoTime();
        Reading reading = new Readers(reader, folder).reading(file, null);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        // First look, again in a fresh process where one died, some pages, the renditions; the other reader between.
        assertThat(took).as("%s, seed %d", file.getFileName(), SEED + number).isLessThan(LIMIT.multipliedBy(12));
        return switch (reading) {
            case Reading.Read _ -> "read";
            case Reading.Unsupported _ -> "unsupported";
            case Reading.NeedsPassword _ -> "needs password";
            case Reading.Unreadable unreadable -> unreadable.cause().name();
        };
    }

    private static String get(Future<String> state) {
        try {
            return state.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The smallest file of each extension and folder. */
    private static List<Path> samples() throws IOException {
        try (Stream<Path> capture = Files.walk(Samples.file("capture"));
                Stream<Path> mail = Files.walk(Samples.file("mail"))) {
            Map<String, Path> smallest = Stream.concat(capture, mail)
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() < LARGEST_SAMPLE)
                    .collect(Collectors.toMap(
                            file -> file.getParent().getFileName() + extension(file),
                            Function.identity(),
                            (one, two) -> one.toFile().length() <= two.toFile().length() ? one : two,
                            TreeMap::new));
            return List.copyOf(smallest.values());
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private Path good() throws IOException {
        return Files.writeString(folder.resolve("good.txt"), "Dear Madam, please find enclosed the form.");
    }

    private static ReaderSettings settings() {
        ReaderSettings usual = ReaderSettings.usual();
        return new ReaderSettings(
                2,
                usual.heapMegabytes(),
                usual.residentMegabytes(),
                LIMIT,
                LIMIT,
                100,
                30_000_000,
                200,
                64L << 20,
                usual.resolution(),
                usual.region(),
                null,
                usual.office(),
                null,
                null);
    }
}
