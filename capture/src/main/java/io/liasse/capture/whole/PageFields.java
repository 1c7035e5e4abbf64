package io.liasse.capture.whole;

import io.liasse.capture.Reading.FoundField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The fields of one page, kept in a file of the document's folder until all pages are read. */
public final class PageFields {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<FoundField>> FIELDS = new TypeReference<>() {};

    private PageFields() {}

    /** Writes the file of a page. */
    public static void write(Path folder, int page, List<FoundField> fields) throws IOException {
        Path file = file(folder, page);
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(fields));
    }

    /** Reads the file of a page; empty where the page could not be read. */
    static List<FoundField> read(Path folder, int page) throws IOException {
        Path file = file(folder, page);
        return Files.exists(file) ? JSON.readValue(Files.readString(file), FIELDS) : List.of();
    }

    private static Path file(Path folder, int page) {
        return folder.resolve("fields").resolve("%05d.json".formatted(page));
    }
}
