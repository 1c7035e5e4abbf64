package io.liasse.capture.detect;

import io.liasse.capture.rendition.CleanHtml;
import io.liasse.capture.worker.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The HTML by which a file is shown: of HTML mails and files themselves, of tables of text made. */
final class Looks {
    private static final Set<String> MIME = Set.of("message/rfc822", "multipart/related");
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final Set<String> ROWS = Set.of("text/csv", "text/tsv", "text/tab-separated-values");
    private static final long MOST_BYTES = 2_000_000;

    private Looks() {}

    /** Empty where the file is better shown as plain text. */
    static Optional<Document> of(Task.Inspect task, String mediaType, Letter letter, String text) throws IOException {
        if (ROWS.contains(mediaType)) {
            Optional<Document> table = Rows.table(text);
            return table.isEmpty() ? table : CleanHtml.of(table.get(), Map.of());
        }
        if (HTML.contains(mediaType)) {
            return Files.size(task.file()) > MOST_BYTES ? Optional.empty() : ofFile(task);
        }
        Optional<HtmlMail> mail = mail(task, mediaType);
        return mail.isEmpty() ? Optional.empty() : ofMail(mail.get(), letter);
    }

    private static Optional<HtmlMail> mail(Task.Inspect task, String mediaType) throws IOException {
        if (MIME.contains(mediaType)) {
            return HtmlMail.ofMime(task.file());
        }
        return mediaType.equals("application/vnd.ms-outlook") ? HtmlMail.ofOutlook(task.file()) : Optional.empty();
    }

    private static Optional<Document> ofFile(Task.Inspect task) throws IOException {
        try (InputStream in = Files.newInputStream(task.file())) {
            return CleanHtml.of(Jsoup.parse(in, null, ""), Map.of());
        }
    }

    private static Optional<Document> ofMail(HtmlMail mail, Letter letter) {
        Document html = Jsoup.parse(mail.html());
        Optional<Document> clean = CleanHtml.of(html, mail.pictures());
        clean.ifPresent(document -> head(document, letter));
        return clean;
    }

    private static void head(Document html, Letter letter) {
        Element table = html.body().prependElement("table").addClass("liasse-head");
        for (String line : letter.head().lines().toList()) {
            int colon = line.indexOf(':');
            Element row = table.appendElement("tr");
            row.appendElement("th").text(line.substring(0, colon));
            row.appendElement("td").text(line.substring(colon + 1).strip());
        }
    }
}
