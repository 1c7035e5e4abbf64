package io.liasse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Starts the built program on a fresh home and takes every measure, or those named as arguments. */
public final class Bench {
    private final Set<String> wanted;
    private final List<Figure> figures = new ArrayList<>();

    private Bench(Set<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted =
                arguments.length == 0 ? Set.of("plain", "ocr", "quality", "latency", "search") : Set.of(arguments);
        new Bench(wanted).run();
    }

    private void run() throws Exception {
        Samples samples = Samples.find();
        Path home = Files.createTempDirectory("liasse-bench");
        start(home, "first start to first page").close();
        try (Program program = start(home, "second start to first page")) {
            measure(program, samples, Files.createDirectories(home.resolve("scratch")));
        }
        write();
    }

    private void measure(Program program, Samples samples, Path scratch) throws Exception {
        Client client = program.client().withToken();
        memory(program, "idle");
        if (wanted.contains("plain")) {
            figures.addAll(WithoutOcr.measure(client, samples, scratch));
            memory(program, "after reading without OCR");
        }
        if (wanted.contains("latency")) {
            figures.addAll(Latency.measure(client));
        }
        if (wanted.contains("ocr")) {
            figures.addAll(WithOcr.measure(client, program, samples, scratch));
            memory(program, "after OCR");
        }
        if (wanted.contains("quality")) {
            figures.addAll(Quality.measure(client, samples, scratch));
        }
        if (wanted.contains("search")) {
            figures.addAll(SearchLoad.measure(client, program, samples));
            memory(program, "after searching");
        }
    }

    private Program start(Path home, String name) throws IOException, InterruptedException {
        Program program = new Program(home);
        figures.add(new Figure(name, program.secondsToReady(), "s", null, "./run of the built program"));
        return program;
    }

    private void memory(Program program, String when) {
        program.residentMegabytes()
                .forEach((part, megabytes) ->
                        figures.add(new Figure("resident memory of the " + part, megabytes, "MB", null, when)));
    }

    private void write() throws IOException {
        StringBuilder table =
                new StringBuilder("| figure | value | unit | limit | ratio | on |\n|---|---|---|---|---|---|\n");
        figures.forEach(figure -> table.append(figure.line()).append('\n'));
        System.out.println(table);
        Files.writeString(Path.of("bench/RESULTS.md"), table);
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(
                Path.of("bench/results.json").toFile(),
                figures.stream().map(Bench::asMap).toList());
    }

    private static Map<String, Object> asMap(Figure figure) {
        Map<String, Object> map = new TreeMap<>(
                Map.of("name", figure.name(), "value", figure.value(), "unit", figure.unit(), "on", figure.on()));
        if (figure.limit() != null) {
            map.put("limit", figure.limit());
        }
        return map;
    }
}
