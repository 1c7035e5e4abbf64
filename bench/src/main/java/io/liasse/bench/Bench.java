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
    private static final Path RESULTS = Path.of("bench/results.json");

    private final Set<String> wanted;
    private final List<Figure> figures = new ArrayList<>();

    private Bench(Set<String> wanted) {
        this.wanted = wanted;
    }

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted = arguments.length == 0
                ? Set.of("plain", "ocr", "quality", "fields", "latency", "glance", "hostile", "search", "types")
                : Set.of(arguments);
        new Bench(wanted).run();
    }

    private void run() throws Exception {
        Samples samples = Samples.find();
        if (wanted.contains("types")) {
            figures.addAll(TypeQuality.measure(samples));
        }
        if (!wanted.equals(Set.of("types"))) {
            measureProgram(samples);
        }
        write();
    }

    private void measureProgram(Samples samples) throws Exception {
        Path home = Files.createTempDirectory("liasse-bench");
        start(home, "first start to first page").close();
        try (Program program = start(home, "second start to first page")) {
            measure(program, samples, Files.createDirectories(home.resolve("scratch")));
        }
        if (wanted.contains("stream")) {
            stream();
        }
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
        if (wanted.contains("glance")) {
            figures.addAll(Glanced.measure(client, samples));
        }
        if (wanted.contains("hostile")) {
            figures.addAll(Responsive.measure(client, samples));
            memory(program, "after hostile files");
        }
        if (wanted.contains("peers")) {
            figures.addAll(Peers.measure(client, program, samples, scratch));
        }
        if (wanted.contains("fields")) {
            figures.addAll(FieldQuality.measure(client, samples));
        }
        if (wanted.contains("search")) {
            figures.addAll(SearchLoad.measure(client, program, samples));
            memory(program, "after searching");
        }
    }

    /** On a home of its own, where there is nothing else to be learned from. */
    private void stream() throws Exception {
        try (FilingStream stream = new FilingStream();
                Program program = new Program(Files.createTempDirectory("liasse-stream"), stream.settings())) {
            figures.addAll(stream.measure(program.client().withToken()));
        }
    }

    private Program start(Path home, String name) throws IOException, InterruptedException {
        Program program = new Program(home, Map.of());
        figures.add(new Figure(name, program.secondsToReady(), "s", null, "./run of the built program"));
        return program;
    }

    private void memory(Program program, String when) {
        program.residentMegabytes()
                .forEach((part, megabytes) ->
                        figures.add(new Figure("resident memory of the " + part, megabytes, "MB", null, when)));
    }

    /** Figures of measures that were not taken now stay as they were, with the day they were taken. */
    private void write() throws IOException {
        System.out.println(table(figures));
        List<Figure> all = new ArrayList<>(earlier());
        all.removeIf(old -> figures.stream().anyMatch(old::replacedBy));
        all.addAll(figures);
        Files.writeString(Path.of("bench/RESULTS.md"), table(all));
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        json.writeValue(RESULTS.toFile(), all.stream().map(Bench::asMap).toList());
    }

    private static String table(List<Figure> figures) {
        StringBuilder table = new StringBuilder(
                "| figure | value | unit | limit | ratio | on | taken |\n|---|---|---|---|---|---|---|\n");
        figures.forEach(figure -> table.append(figure.line()).append('\n'));
        return table.toString();
    }

    private static List<Figure> earlier() {
        if (!Files.exists(RESULTS)) {
            return List.of();
        }
        List<Figure> earlier = new ArrayList<>();
        JsonMapper.builder().build().readTree(RESULTS).forEach(each -> earlier.add(Figure.of(each)));
        return earlier;
    }

    private static Map<String, Object> asMap(Figure figure) {
        Map<String, Object> map = new TreeMap<>(Map.of(
                "name",
                figure.name(),
                "value",
                figure.value(),
                "unit",
                figure.unit(),
                "on",
                figure.on(),
                "taken",
                figure.taken().toString()));
        if (figure.limit() != null) {
            map.put("limit", figure.limit());
        }
        return map;
    }
}
