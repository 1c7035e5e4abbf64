package io.liasse.store.journal;

import io.liasse.store.access.UserId;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the table {@code journal} as entries. */
final class JournalRows {
    private JournalRows() {}

    static JournalEntry entry(ResultSet row, int index) throws SQLException {
        UUID caseId = Values.idOrNull(row, "case_id");
        UUID document = Values.idOrNull(row, "document_id");
        return new JournalEntry(
                new JournalPosition(row.getLong("tx"), row.getLong("seq")),
                Values.moment(row, "at"),
                Action.valueOf(row.getString("action")),
                actor(row),
                caseId == null ? null : new CaseId(caseId),
                document == null ? null : new DocumentId(document),
                Json.texts(row.getString("details")),
                number(row),
                row.getString("hash"));
    }

    private static Actor actor(ResultSet row) throws SQLException {
        UUID user = Values.idOrNull(row, "actor_user");
        return new Actor(user == null ? null : new UserId(user), row.getString("actor"));
    }

    private static @Nullable Long number(ResultSet row) throws SQLException {
        return row.getObject("case_number", Long.class);
    }
}
