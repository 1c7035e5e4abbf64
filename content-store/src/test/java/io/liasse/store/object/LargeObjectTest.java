package io.liasse.store.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory use does not grow with the size of an object. */
class LargeObjectTest {
    private static final long TWO_GIBIBYTES = 2L << 30;
    private static final long TO_S3 = Boolean.getBoolean("liasse.nightly") ? TWO_GIBIBYTES : 320L << 20;

    @TempDir
    Path folder;

    @Test
    void passesTwoGibibytesThroughASmallHeapIntoAFolder() throws Exception {
        assertThat(storing(TWO_GIBIBYTES, List.of()))
                .isEqualTo("stored %d and read %d".formatted(TWO_GIBIBYTES, TWO_GIBIBYTES));
    }

    @Test
    void passesMoreThanTheHeapThroughItIntoS3() throws Exception {
        try (S3Server server = S3Server.start()) {
            ObjectStoreSettings.S3 settings = server.settings();
            assertThat(storing(TO_S3, List.of(settings.endpoint(), settings.accessKey(), settings.secretKey())))
                    .isEqualTo("stored %d and read %d".formatted(TO_S3, TO_S3));
        }
    }

    private String storing(long size, List<String> more) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.liasse.store.object.LargeObject",
                Long.toString(size),
                folder.resolve("objects").toString()));
        command.addAll(more);
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(output).lines().reduce("", (before, line) -> line);
    }
}
