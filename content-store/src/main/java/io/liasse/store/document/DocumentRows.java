package io.liasse.store.document;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Values;
import io.liasse.store.item.Channel;
import io.liasse.store.item.ItemId;
import io.liasse.store.object.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code document} as documents. */
final class DocumentRows {
    private static final String SELECT = """
            select d.id, d.item_id, d.parent_id, d.case_id, f.year, f.number, d.channel, d.state, d.name, d.title, d.type,
                   d.document_date, d.language, d.media_type, d.size, d.sha256, d.pages, d.confidence, d.reason,
                   d.wished_case, d.sender, d.received_at, d.read_at, d.filed_at, d.modified_at, d.reading_millis, d.version
            from {documents} d left join case_file f on f.id = d.case_id
            """;

    private DocumentRows() {}

    /** Documents as {@code d} out of the table, or of any part of it that stands in brackets. */
    static String select(String relation) {
        return SELECT.replace("{documents}", relation);
    }

    static Document document(ResultSet row, int index) throws SQLException {
        UUID parent = Values.idOrNull(row, "parent_id");
        UUID caseId = Values.idOrNull(row, "case_id");
        return new Document(
                new DocumentId(Values.id(row, "id")),
                new ItemId(Values.id(row, "item_id")),
                parent == null ? null : new DocumentId(parent),
                caseId == null ? null : new CaseId(caseId),
                caseId == null ? null : new CaseReference(row.getInt("year"), row.getInt("number")),
                Channel.valueOf(row.getString("channel")),
                DocumentState.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("title"),
                row.getString("type"),
                date(row),
                row.getString("language"),
                row.getString("media_type"),
                row.getLong("size"),
                new Sha256(row.getString("sha256")),
                row.getObject("pages", Integer.class),
                row.getObject("confidence", Double.class),
                row.getString("reason"),
                row.getString("wished_case"),
                row.getString("sender"),
                Values.moment(row, "received_at"),
                Values.momentOrNull(row, "read_at"),
                Values.momentOrNull(row, "filed_at"),
                Values.momentOrNull(row, "modified_at"),
                row.getObject("reading_millis", Long.class),
                row.getLong("version"));
    }

    private static @Nullable LocalDate date(ResultSet row) throws SQLException {
        return row.getObject("document_date", LocalDate.class);
    }
}
