package io.liasse.caseapi.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads {@code access-table.txt}; its head says how. */
final class AccessTable {
    static final List<String> COLUMNS = List.of(
            "nobody", "CLERK", "CASE_MANAGER", "SUPERVISOR", "RECORDS_OFFICER", "ADMINISTRATOR", "EXTERNAL_SYSTEM");

    private AccessTable() {}

    static List<AccessRow> rows() {
        try (InputStream table = Objects.requireNonNull(AccessTable.class.getResourceAsStream("access-table.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AccessTable::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessRow row(String line) {
        String[] cells = line.strip().split("\\s+", 10);
        if (cells.length == 3) {
            return new AccessRow(cells[0], cells[1], Map.of(), "", "");
        }
        Map<String, Outcome> expected = new LinkedHashMap<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            expected.put(COLUMNS.get(column), Outcome.ofSign(cells[column + 2]));
        }
        String rest = cells.length > 9 ? cells[9] : "";
        boolean query = rest.startsWith("?");
        return new AccessRow(cells[0], cells[1], expected, query ? rest : "", query ? "" : rest);
    }
}
