package io.liasse.capture.worker;

import io.liasse.capture.ReaderSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command line of a child: the same Java, the same class path, little heap, no environment but what it needs. The
 * class path must be one that {@code -cp} takes: folders and plain jars, also a jar whose manifest names others. An
 * executable jar with nested jars is not; it must be extracted first.
 */
record ChildCommand(ReaderSettings settings, Path natives) {
    /** Native code does nearly all of the work; what better code for the Java part would save, making it costs more. */
    private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Bytes; memory of pictures up to this size is used again rather than given back and cleared by the system each time. */
    private static final String KEPT_PICTURE = "33554432";

    ChildCommand {
        String origin = String.valueOf(ReadingChild.class.getResource("ReadingChild.class"));
        if (origin.startsWith("jar:nested:")) {
            throw new IllegalStateException(
                    "Document reading starts child processes and cannot do so from an executable"
                            + " jar with nested jars. Extract it first: java -Djarmode=tools -jar liasse.jar extract");
        }
    }

    /** Starts a child whose temporary files go to {@code temporary}. */
    Process start(Path temporary) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line(temporary));
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("OMP_THREAD_LIMIT", "1");
        environment.put("MALLOC_ARENA_MAX", "1");
        environment.put("MALLOC_MMAP_THRESHOLD_", KEPT_PICTURE);
        environment.put("MALLOC_TRIM_THRESHOLD_", KEPT_PICTURE);
        return builder.start();
    }

    private List<String> line(Path temporary) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                QUICK_COMPILER,
                "-Xshare:auto",
                "-XX:ErrorFile=" + temporary.resolve("crash.log"),
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-Djna.library.path=" + natives,
                "-Djna.boot.library.path=" + natives,
                "-Djna.nounpack=true",
                "-Djna.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.net.useSystemProxies=false",
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=io/liasse/capture/worker/silent-logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingChild.class.getName());
    }
}
