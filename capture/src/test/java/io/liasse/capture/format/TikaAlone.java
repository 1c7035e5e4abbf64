package io.liasse.capture.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;

/** Tika as it comes, in a process of its own, without recognition: what Liasse is compared with. Not thread-safe. */
final class TikaAlone implements AutoCloseable {
    private static final long SECONDS = 120;
    private static final String CONFIGURATION = """
            <properties><parsers><parser class="org.apache.tika.parser.DefaultParser">
              <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/>
              <parser-exclude class="org.apache.tika.parser.external.CompositeExternalParser"/>
            </parser></parsers></properties>
            """;

    private @Nullable Process process;

    /** The number of words in a file and all that is in it; -1 where Tika fails, dies or takes more than two minutes. */
    int words(Path file) throws IOException, InterruptedException {
        Process tika = alive();
        tika.outputWriter(StandardCharsets.UTF_8).append(file + "\n").flush();
        BufferedReader answers = tika.inputReader(StandardCharsets.UTF_8);
        try {
            String answer = CompletableFuture.supplyAsync(() -> answer(answers)).get(SECONDS, TimeUnit.SECONDS);
            return answer.isEmpty() ? -1 : Integer.parseInt(answer);
        } catch (ExecutionException | TimeoutException e) {
            close();
            return -1;
        }
    }

    private static String answer(BufferedReader answers) {
        return answers.lines()
                .filter(line -> line.startsWith("words="))
                .findFirst()
                .map(line -> line.substring(6))
                .orElse("");
    }

    private Process alive() throws IOException {
        Process now = process;
        if (now == null || !now.isAlive()) {
            now = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-Dfile.encoding=UTF-8",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TikaAlone.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process = now;
        }
        return now;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
            process = null;
        }
    }

    /** The process: a path in, a count out. */
    public static void main(String[] arguments) throws Exception {
        AutoDetectParser parser = new AutoDetectParser(
                new TikaConfig(new java.io.ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8))));
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            System.out.println("\nwords=" + count(parser, Path.of(path)));
        }
    }

    private static int count(AutoDetectParser parser, Path file) {
        BodyContentHandler text = new BodyContentHandler(-1);
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        try (TikaInputStream in = TikaInputStream.get(file)) {
            parser.parse(in, text, metadata, context);
            return Words.in(text.toString());
        } catch (Exception | StackOverflowError e) {
            return Words.in(text.toString()) > 0 ? Words.in(text.toString()) : -1;
        }
    }
}
