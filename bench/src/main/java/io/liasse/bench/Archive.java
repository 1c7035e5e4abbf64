package io.liasse.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * Fills the database with an archive of filed one-page documents, written by SQL since receiving is measured elsewhere.
 * Texts are windows of 1,400 characters at random places of the corpus.
 */
final class Archive {
    private static final int CASES = 1_000;
    private static final int WINDOW = 1_400;
    private static final int BATCH = 1_000;
    private static final List<String> LANGUAGES = List.of("fr", "de", "it", "en");
    private static final String DIGEST = "0".repeat(64);

    private final Random random = new Random(41);
    private final Map<String, List<String>> articles = new HashMap<>();

    Archive(Samples samples) {
        LANGUAGES.forEach(language -> articles.put(language, samples.articles(language)));
    }

    /** Adds the documents; the size of their text in bytes. */
    long fill(Connection connection, int documents) throws SQLException {
        connection.setAutoCommit(false);
        List<UUID> cases = addCases(connection);
        long bytes = 0;
        for (int done = 0; done < documents; done += BATCH) {
            bytes += addDocuments(connection, cases, BATCH);
            connection.commit();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        connection.commit();
        return bytes;
    }

    private List<UUID> addCases(Connection connection) throws SQLException {
        List<UUID> cases = new ArrayList<>();
        try (PreparedStatement add = connection.prepareStatement("""
                insert into case_file (id, year, number, type, title, words, phase, opened_at, changed_at)
                values (?, 2001, ?, 'case-management', ?, to_tsvector('simple', ?), 'intake', now(), now())
                """)) {
            for (int number = 1; number <= CASES; number++) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                cases.add(id);
                add.setObject(1, id);
                add.setInt(2, number);
                add.setString(3, "Dossier " + number);
                add.setString(4, "Dossier " + number);
                add.addBatch();
            }
            add.executeBatch();
        }
        return cases;
    }

    private long addDocuments(Connection connection, List<UUID> cases, int count) throws SQLException {
        long bytes = 0;
        try (PreparedStatement item = connection.prepareStatement("""
                        insert into item (id, channel, state, name, size, sha256, thread_ids, hints, received_at)
                        values (?, 'REST', 'DONE', ?, 1, ?, '{}', '{}', now())""");
                PreparedStatement document = connection.prepareStatement("""
                        insert into document (id, item_id, case_id, channel, state, name, title, title_given, type,
                          document_date, date_given, language, language_given, media_type, size, sha256, pages,
                          received_at, read_at, filed_at)
                        values (?, ?, ?, 'REST', 'FILED', ?, ?, false, ?, current_date - ?::int, false, ?, false,
                          'text/plain', 1, ?, 1, now(), now(), now())""");
                PreparedStatement page = connection.prepareStatement("""
                        insert into document_page (document_id, page, text, source, language, width, height)
                        values (?, 1, ?, 'layer', ?, 595, 842)""")) {
            for (int n = 0; n < count; n++) {
                String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
                String text = window(language);
                bytes += text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
                addOne(item, document, page, cases.get(random.nextInt(cases.size())), language, text);
            }
            item.executeBatch();
            document.executeBatch();
            page.executeBatch();
        }
        return bytes;
    }

    private void addOne(
            PreparedStatement item,
            PreparedStatement document,
            PreparedStatement page,
            UUID caseId,
            String language,
            String text)
            throws SQLException {
        UUID itemId = new UUID(random.nextLong(), random.nextLong());
        UUID id = new UUID(random.nextLong(), random.nextLong());
        String title = text.substring(0, 40).strip();
        item.setObject(1, itemId);
        item.setString(2, title);
        item.setString(3, DIGEST);
        item.addBatch();
        document.setObject(1, id);
        document.setObject(2, itemId);
        document.setObject(3, caseId);
        document.setString(4, title);
        document.setString(5, title);
        document.setString(
                6, List.of("letter", "invoice", "decision", "medical-report").get(random.nextInt(4)));
        document.setInt(7, random.nextInt(3_000));
        document.setString(8, language);
        document.setString(9, DIGEST);
        document.addBatch();
        page.setObject(1, id);
        page.setString(2, text);
        page.setString(3, language);
        page.addBatch();
    }

    private String window(String language) {
        List<String> all = Objects.requireNonNull(articles.get(language));
        String article = all.get(random.nextInt(all.size()));
        if (article.length() <= WINDOW) {
            return article.replace("\u0000", "") + " ".repeat(Math.max(0, 41 - article.length()));
        }
        int from = random.nextInt(article.length() - WINDOW);
        return article.substring(from, from + WINDOW).replace("\u0000", "");
    }
}
