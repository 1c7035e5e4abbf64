package io.liasse.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What fields are found on documents whose values are known: till receipts (company, date, address, total), Swiss bills
 * (what their codes say, by the known content of the code) and e-invoices (which values of their XML are found on the
 * page too). Precision is the share of the values given that are right, recall that of the known ones given.
 */
final class FieldQuality {
    private static final double MOST_DIFFERENT = 0.2;

    private final Client client;
    private final Samples samples;
    private final Map<String, Score> scores = new LinkedHashMap<>();

    private FieldQuality(Client client, Samples samples) {
        this.client = client;
        this.samples = samples;
    }

    /** Counts of one field. */
    private static final class Score {
        int known;
        int given;
        int right;

        double precision() {
            return given == 0 ? 0 : 100.0 * right / given;
        }

        double recall() {
            return known == 0 ? 0 : 100.0 * right / known;
        }

        double both() {
            return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    static List<Figure> measure(Client client, Samples samples) throws InterruptedException, IOException {
        FieldQuality quality = new FieldQuality(client, samples);
        List<Runnable> questions = new ArrayList<>();
        quality.receipts(questions);
        quality.bills(questions);
        quality.invoices(questions);
        client.awaitAllRead();
        questions.forEach(Runnable::run);
        return quality.figures();
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        scores.forEach((name, score) -> {
            String on = score.known + " known values";
            figures.add(new Figure(name + ", precision", score.precision(), "%", null, on));
            figures.add(new Figure(name + ", recall", score.recall(), "%", null, on));
            figures.add(new Figure(name + ", F1", score.both(), "%", null, on));
        });
        return figures;
    }

    private void receipts(List<Runnable> questions) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        for (Path truth : samples.beside("ocr-pages/receipts-en", ".fields.json")) {
            JsonNode known = json.readTree(Files.readString(truth));
            String id = client.post(
                    truth.resolveSibling(truth.getFileName().toString().replace(".fields.json", ".jpg")));
            questions.add(() -> {
                JsonNode document = client.get("/api/v1/documents/" + id);
                text("receipt: company", known.get("company").asString(), first(document, "sender"));
                text("receipt: address", known.get("address").asString(), first(document, "sender-address"));
                date(
                        "receipt: date",
                        known.get("date").asString(),
                        document.path("date").asString(null));
                amount("receipt: total", known.get("total").asString(), first(document, "total"));
            });
        }
    }

    private void bills(List<Runnable> questions) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        for (Path truth : samples.beside("capture/qr-bill", ".codes.json")) {
            JsonNode codes = json.readTree(Files.readString(truth)).path("codes");
            if (!codes.isEmpty()) {
                String[] known = codes.get(0).get("data").asString().split("\n", -1);
                String id = client.post(samples.document(truth, ".codes.json"));
                questions.add(() -> {
                    JsonNode document = client.get("/api/v1/documents/" + id);
                    text("bill: account", known[3], first(document, "bill-account"));
                    amount("bill: amount", known[18], known[18].isEmpty() ? null : first(document, "bill-amount"));
                    text("bill: reference", known[28], first(document, "bill-reference"));
                    text("bill: account as printed", known[3], first(document, "iban"));
                });
            }
        }
    }

    /** The XML is the truth; right is a value that the page was found to print too. */
    private void invoices(List<Runnable> questions) throws IOException {
        for (Path file : samples.beside("capture/e-invoice", ".pdf")) {
            String id = client.post(file);
            questions.add(() -> {
                JsonNode document = client.get("/api/v1/documents/" + id);
                for (String name : List.of("invoice-number", "invoice-date", "iban", "total", "seller", "due-date")) {
                    String said = first(document, name);
                    if (said != null && first(document, "e-invoice") != null) {
                        score("e-invoice: " + name + " seen on the page too", said, agreed(document, name, said));
                    }
                }
            });
        }
    }

    /** A value without a note is printed too. */
    private static @Nullable String agreed(JsonNode document, String name, String value) {
        for (JsonNode field : document.path("fields")) {
            boolean same = field.path("name").asString("").equals(name)
                    && field.path("value").asString("").equals(value);
            if (same) {
                return field.path("note").isNull() || field.path("note").isMissingNode() ? value : null;
            }
        }
        return null;
    }

    private static @Nullable String first(JsonNode document, String name) {
        for (JsonNode field : document.path("fields")) {
            if (field.path("name").asString("").equals(name)) {
                return field.path("value").asString();
            }
        }
        return null;
    }

    private void score(String name, String known, @Nullable String given) {
        count(name, known, given, given != null && given.equals(known));
    }

    private void text(String name, String known, @Nullable String given) {
        count(name, known, given, given != null && alike(plain(known), plain(given)));
    }

    private void date(String name, String known, @Nullable String given) {
        count(name, known, given, given != null && isoOf(known).equals(given));
    }

    private void amount(String name, String known, @Nullable String given) {
        count(name, known, given, given != null && number(known).compareTo(number(given)) == 0);
    }

    private void count(String name, String known, @Nullable String given, boolean right) {
        if (!known.isBlank()) {
            Score score = scores.computeIfAbsent(name, none -> new Score());
            score.known++;
            score.given += given == null ? 0 : 1;
            score.right += right ? 1 : 0;
        }
    }

    private static BigDecimal number(String amount) {
        return new BigDecimal(amount.replaceAll("[^0-9.]", ""));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^A-Z0-9]", "");
    }

    /** Recognition may err in a fifth of the letters of names and addresses. */
    private static boolean alike(String known, String given) {
        int[] before = new int[given.length() + 1];
        for (int j = 0; j <= given.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= known.length(); i++) {
            int[] now = new int[given.length() + 1];
            now[0] = i;
            for (int j = 1; j <= given.length(); j++) {
                int change = known.charAt(i - 1) == given.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + change);
            }
            before = now;
        }
        return before[given.length()] <= MOST_DIFFERENT * known.length();
    }

    /** As the truth writes them: day, month (a number or its English short name), year of two or four digits. */
    private static String isoOf(String written) {
        String[] parts = written.split("[ /-]");
        List<String> months =
                List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
        int month = months.contains(parts[1]) ? months.indexOf(parts[1]) + 1 : Integer.parseInt(parts[1]);
        String year = parts[2].length() == 2 ? "20" + parts[2] : parts[2];
        return "%s-%02d-%02d".formatted(year, month, Integer.parseInt(parts[0]));
    }
}
