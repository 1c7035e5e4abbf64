package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.ReadOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Samples;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Total and sender of scanned receipts whose values are known: how many of those given are right, how many are given. */
@Tag("samples")
final class ReceiptFieldsTest {
    @TempDir
    Path folder;

    @Test
    void mostTotalsAndSendersGivenAreRight() throws IOException {
        Map<String, Integer> given = new HashMap<>();
        Map<String, Integer> right = new HashMap<>();
        try (DocumentReader reader = new DocumentReader(ReaderSettings.usual());
                Stream<Path> files = Files.list(Samples.file("ocr-pages/receipts-en"))) {
            for (Path truth : files.filter(file -> file.toString().endsWith(".fields.json"))
                    .toList()) {
                JsonNode known = JsonMapper.shared().readTree(Files.readString(truth));
                Map<String, String> found = found(reader, truth);
                count("total", found, given, right, number(known.get("total").asString()));
                count("sender", found, given, right, plain(known.get("company").asString()));
            }
        }
        assertThat(right.get("total")).isGreaterThanOrEqualTo(8);
        assertThat(right.get("sender")).isGreaterThanOrEqualTo(8);
        assertThat(right.get("total") / (double) given.get("total")).isGreaterThan(0.7);
        assertThat(right.get("sender") / (double) given.get("sender")).isGreaterThan(0.5);
    }

    private Map<String, String> found(DocumentReader reader, Path truth) {
        Path file = truth.resolveSibling(truth.getFileName().toString().replace(".fields.json", ".jpg"));
        Path derived = folder.resolve(file.getFileName().toString());
        Reading reading = reader.read(new ReadOrder(file, file.getFileName().toString(), null, null, null, derived));
        Map<String, String> first = new HashMap<>();
        if (reading instanceof Reading.Read read) {
            read.pages().getFirst().fields().forEach(field -> first.putIfAbsent(field.name(), field.value()));
        }
        return first;
    }

    private static void count(
            String name,
            Map<String, String> found,
            Map<String, Integer> given,
            Map<String, Integer> right,
            String known) {
        String value = found.get(name);
        if (value != null) {
            given.merge(name, 1, Integer::sum);
            boolean same = List.of(plain(value), number(value)).contains(known);
            right.merge(name, same ? 1 : 0, Integer::sum);
        }
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    }

    private static String number(String text) {
        String digits = text.replaceAll("[^0-9.]", "").replaceAll("^\\.+|\\.+$", "");
        return digits.matches("\\d+(\\.\\d+)?")
                ? new BigDecimal(digits).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "";
    }
}
