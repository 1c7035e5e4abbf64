package io.liasse.capture.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accounts for every sample file beside Tika alone, and writes the account to {@code target/account-*.txt}. A twelfth of the
 * samples in the usual run; all of them, and all documents of Tika's own tests, with {@code -Dliasse.nightly=true}.
 */
@Tag("samples")
final class AccountTest {
    private static final boolean NIGHTLY = Boolean.getBoolean("liasse.nightly");
    /** Unpacked by the profile {@code nightly} from the test jars of Tika's parsers. */
    private static final Path OF_TIKA = Path.of("target", "tika-documents");

    private static final int OF_EACH = NIGHTLY ? 1 : 12;

    @TempDir
    Path folder;

    @Test
    void leavesNoFileUnaccounted() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String each : new String[] {"capture", "mail"}) {
            files.addAll(files(Samples.file(each)));
        }
        files.removeIf(file -> file.toString().matches(".*\\.(gt\\.txt|codes\\.json|fields\\.json)"));
        List<Path> some = IntStream.range(0, files.size())
                .filter(at -> at % OF_EACH == 0)
                .mapToObj(files::get)
                .toList();
        check("samples", some);
        if (NIGHTLY) {
            check("tika", files(OF_TIKA));
        }
    }

    private void check(String name, List<Path> files) throws Exception {
        assertThat(files).isNotEmpty();
        List<Account.Line> lines = account(files);
        Files.writeString(Path.of("target", "account-" + name + ".txt"), Account.table(lines) + "\n");
        assertThat(lines).hasSameSizeAs(files);
        assertThat(lines).noneMatch(line -> line.state().startsWith("crashed"));
        long given = lines.stream().filter(line -> line.words() > 0).count();
        long byTika = lines.stream().filter(line -> line.tika() > 0).count();
        assertThat(given).as(Account.table(lines)).isGreaterThanOrEqualTo(byTika * 98 / 100);
    }

    private List<Account.Line> account(List<Path> files) throws Exception {
        Queue<Path> left = new ConcurrentLinkedQueue<>(files);
        List<Account.Line> lines = Collections.synchronizedList(new ArrayList<>());
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual());
                ExecutorService two = Executors.newFixedThreadPool(2)) {
            Account account = new Account(reader, folder);
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 2; thread++) {
                running.add(two.submit(() -> take(left, account, lines)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return lines.stream()
                .sorted(Comparator.comparing(Account.Line::mediaType).thenComparing(Account.Line::file))
                .toList();
    }

    private static List<Account.Line> take(Queue<Path> left, Account account, List<Account.Line> lines)
            throws InterruptedException {
        try (TikaAlone tika = new TikaAlone()) {
            for (Path file = left.poll(); file != null; file = left.poll()) {
                lines.add(account.of(file, file.getFileName().toString(), tika));
            }
        }
        return lines;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
