package io.liasse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tools people use today, called as their manuals say, and told the languages of the pages. */
final class Tool {
    static final Map<String, String> MODELS = Map.of("de", "deu", "fr", "fra", "it", "ita", "en", "eng");

    private Tool() {}

    /**
     * What a call took.
     *
     * @param wall seconds
     * @param processor seconds, of all its processes
     */
    record Took(double wall, double processor) {}

    static boolean isThere(String name) {
        return run(List.of("sh", "-c", "command -v " + name), Map.of()) == 0;
    }

    /** The text by {@code tesseract} as it comes. */
    static String tesseract(Variants.Page page, Path folder) {
        Path out = folder.resolve("tesseract-" + page.file().getFileName());
        List<String> line = List.of(
                "tesseract", page.file().toString(), out.toString(), "-l", models(page.languages()), "--dpi", "300");
        must(line, Map.of("OMP_THREAD_LIMIT", "1"));
        return text(Path.of(out + ".txt"));
    }

    /** The text by {@code ocrmypdf --rotate-pages --deskew}. */
    static String ocrMyPdf(Variants.Page page, Path folder) {
        Path out = folder.resolve("ocrmypdf-" + page.file().getFileName());
        Path sidecar = Path.of(out + ".txt");
        List<String> line =
                new ArrayList<>(List.of("ocrmypdf", "--quiet", "--jobs", "1", "--rotate-pages", "--deskew"));
        line.addAll(List.of("--image-dpi", "300", "--sidecar", sidecar.toString(), "-l", models(page.languages())));
        line.addAll(List.of(page.file().toString(), out + ".pdf"));
        must(line, Map.of());
        return text(sidecar);
    }

    /** Makes a stack of pages searchable with {@code ocrmypdf} on all cores. */
    static Took ocrMyPdf(Path stack, Path out, String languages, List<String> options) {
        List<String> line = new ArrayList<>(List.of(
                "ocrmypdf", "--quiet", "--jobs", "" + Runtime.getRuntime().availableProcessors()));
        line.addAll(options);
        line.addAll(List.of("-l", languages, stack.toString(), out.toString()));
        Path times = Path.of(out + ".times");
        String shell = "TIMEFORMAT='%R %U %S'; { time "
                + line.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "))
                + " 2>'" + out + ".log'; } 2>'" + times + "'";
        must(List.of("bash", "-c", shell), Map.of());
        String[] fields = text(times).strip().split(" ");
        return new Took(Double.parseDouble(fields[0]), Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]));
    }

    static String models(List<String> languages) {
        return languages.stream().map(MODELS::get).collect(Collectors.joining("+"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void must(List<String> line, Map<String, String> environment) {
        int answer = run(line, environment);
        if (answer != 0) {
            throw new IllegalStateException(line + " ended with " + answer);
        }
    }

    private static int run(List<String> line, Map<String, String> environment) {
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            return builder.start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
