package io.liasse.store.document;

import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What reading does to a document. Every method is one transaction's work and may be repeated after a crash; a document
 * that is past reading stays as it is.
 */
final class Readings {
    private final JdbcClient sql;
    private final DocumentContents contents;
    private final ItemStates items;
    private final Journal journal;
    private final ReleasedObjects released;
    private final Clock clock;

    Readings(JdbcClient sql, DocumentContents contents, Journal journal, ReleasedObjects released, Clock clock) {
        this.sql = sql;
        this.contents = contents;
        this.items = new ItemStates(sql);
        this.journal = journal;
        this.released = released;
        this.clock = clock;
    }

    boolean start(DocumentId id) {
        int rows = sql.sql("""
                update document set state = 'READING', version = version + 1
                where id = :id and state in ('RECEIVED', 'READING')
                """).param("id", id.value()).update();
        if (rows > 0) {
            journal.append(
                    NewEntry.of(Action.READING_STARTED, Documents.reading()).about(id));
        }
        return rows > 0;
    }

    List<DocumentId> record(DocumentId id, ReadResult result) {
        released.claim(Stream.concat(
                        result.parts().stream().map(each -> each.object().hash()),
                        result.renditions().stream().map(each -> each.object().hash()))
                .toList());
        items.lock(id);
        List<NewPart> parts = result.parts();
        if (written(id, result, digest(result)) > 0) {
            contents.keep(id, result);
            for (int each = 0; each < parts.size(); each++) {
                insertPart(id, each, parts.get(each));
            }
            items.refresh(id);
            journal.append(NewEntry.of(Action.DOCUMENT_READ, Documents.reading())
                    .about(id)
                    .with(Map.of("pages", Integer.toString(result.pages().size()), "parts", "" + parts.size())));
        }
        return partIds(id, parts);
    }

    /** None when this result is recorded already, or the document is past reading. */
    private int written(DocumentId id, ReadResult result, String digest) {
        return sql.sql("""
                update document set
                    media_type = :mediaType,
                    title = case when title_given then title else coalesce(:title, title) end,
                    document_date = case when date_given then document_date else :date end,
                    language = case when language_given then language else :language end,
                    pages = :pages, confidence = :confidence, scanner = coalesce(:scanner, scanner), reason = null, read_at = :now, reading_millis = :millis,
                    reading_digest = :digest, version = version + 1
                where id = :id and state in ('RECEIVED', 'READING') and reading_digest is distinct from :digest
                """)
                .param("mediaType", Values.storable(result.mediaType()))
                .param("title", Values.storableOrNull(result.title()), java.sql.Types.VARCHAR)
                .param("date", result.date(), java.sql.Types.DATE)
                .param("language", Values.storableOrNull(result.language()), java.sql.Types.VARCHAR)
                .param("pages", result.pages().size())
                .param("confidence", result.confidence())
                .param("scanner", Values.storableOrNull(result.scanner()), java.sql.Types.VARCHAR)
                .param("now", Values.time(Values.now(clock)))
                .param("millis", result.millis())
                .param("digest", digest)
                .param("id", id.value())
                .update();
    }

    /** Two results are the same when all but the time they took is. */
    private static String digest(ReadResult result) {
        MessageDigest digest = sha256();
        List<Object> rest = new ArrayList<>(List.of(result.mediaType(), result.fields(), result.renditions()));
        rest.add(result.parts());
        rest.add(result.signatures());
        rest.add(String.valueOf(result.title()));
        rest.add(String.valueOf(result.date()));
        rest.add(String.valueOf(result.language()));
        rest.add(String.valueOf(result.confidence()));
        rest.forEach(each -> digest.update(each.toString().getBytes(StandardCharsets.UTF_8)));
        result.pages().forEach(each -> digest.update(each.toString().getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part is known by its place and content: another try finds the same document again. */
    private void insertPart(DocumentId parent, int ordinal, NewPart part) {
        sql.sql("""
                with made as (
                    insert into document (item_id, parent_id, ordinal, channel, name, title, title_given, date_given,
                                          language_given, media_type, size, sha256, wished_case, sender, posted_by,
                                          received_at, modified_at)
                    select item_id, id, :ordinal, channel, :name, :name, false, false, false, :mediaType, :size, :sha256,
                           wished_case, sender, posted_by, received_at, :modified
                    from document where id = :parent
                    on conflict (parent_id, ordinal, sha256) do nothing
                    returning id, sha256, size, media_type)
                insert into document_version
                select id, 1, sha256, size, media_type, 'unpacked', 'reading', :now from made
                """)
                .param("ordinal", ordinal)
                .param("name", Values.storable(part.name()))
                .param("mediaType", Values.storable(part.mediaType()))
                .param("size", part.object().size())
                .param("sha256", part.object().hash().hex())
                .param("parent", parent.value())
                .param(
                        "modified",
                        part.modified() == null ? null : Values.time(part.modified()),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Values.time(Values.now(clock)))
                .update();
    }

    private List<DocumentId> partIds(DocumentId parent, List<NewPart> parts) {
        List<DocumentId> ids = new ArrayList<>();
        for (int each = 0; each < parts.size(); each++) {
            sql.sql("select id from document where parent_id = :parent and ordinal = :ordinal and sha256 = :sha256")
                    .param("parent", parent.value())
                    .param("ordinal", each)
                    .param("sha256", parts.get(each).object().hash().hex())
                    .query(UUID.class)
                    .optional()
                    .map(DocumentId::new)
                    .ifPresent(ids::add);
        }
        return List.copyOf(ids);
    }

    void refuse(DocumentId id, DocumentState state, String reason) {
        Action action = action(state);
        items.lock(id);
        int rows = sql.sql("""
                update document set state = :state, reason = :reason, version = version + 1,
                    reading_digest = case when :state = 'QUARANTINED' then null else reading_digest end
                where id = :id and state in ('RECEIVED', 'READING')
                """)
                .param("state", state.name())
                .param("reason", Values.storable(reason))
                .param("id", id.value())
                .update();
        if (rows > 0) {
            if (state == DocumentState.QUARANTINED) {
                contents.forget(id);
            }
            items.refresh(id);
            journal.append(NewEntry.of(action, Documents.reading()).about(id).with(Map.of("reason", reason)));
        }
    }

    void waitsFor(DocumentId id, String reason) {
        sql.sql("""
                update document set reason = :reason, version = version + 1
                where id = :id and state = 'READING' and reason is distinct from :reason
                """)
                .param("reason", Values.storable(reason))
                .param("id", id.value())
                .update();
    }

    private static Action action(DocumentState state) {
        return switch (state) {
            case FAILED, QUARANTINED -> Action.READING_FAILED;
            case NEEDS_PASSWORD -> Action.PASSWORD_NEEDED;
            case RECEIVED, READING, INBOX, FILED, DIVIDED, NOT_OURS ->
                throw new IllegalArgumentException("reading cannot end in " + state);
        };
    }
}
