package io.liasse.capture.detect;

import java.io.IOException;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Shows text in rows with a separator (RFC 4180, also with semicolons, tabs or bars) as a table. */
final class Rows {
    private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');
    private static final int SAMPLE = 30;
    private static final int MOST_CELLS = 5_000;

    private Rows() {}

    /** Empty where it has no columns, or is too large for a table. */
    static Optional<Document> table(String text) throws IOException {
        List<String> sample =
                text.lines().filter(line -> !line.isBlank()).limit(SAMPLE).toList();
        char separator = SEPARATORS.stream()
                .max(Comparator.comparingLong(each -> columns(sample, each)))
                .orElse(',');
        return columns(sample, separator) == 0 ? Optional.empty() : table(text, separator);
    }

    /** In the line that has the fewest; a separator stands in every line. */
    private static long columns(List<String> lines, char separator) {
        return lines.stream()
                .mapToLong(line ->
                        line.chars().filter(letter -> letter == separator).count())
                .min()
                .orElse(0);
    }

    private static Optional<Document> table(String text, char separator) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setTrim(true)
                .get();
        Document html = Document.createShell("");
        Element table = html.body().appendElement("table").addClass("liasse-rows");
        int cells = 0;
        try (CSVParser rows = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord each : rows) {
                Element row = table.appendElement("tr");
                each.forEach(cell -> row.appendElement("td").text(cell));
                cells += each.size();
                if (cells > MOST_CELLS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(html);
    }
}
