package io.liasse.store.casefile;

import io.liasse.store.access.UserId;
import io.liasse.store.database.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of the table {@code case_file} as cases. */
final class CaseRows {
    static final String COLUMNS = """
            c.id, c.year, c.number, c.type, c.title, c.phase, c.state, c.sealed, c.manager, c.opened_at, c.closed_at,
            c.changed_at, c.version""";

    private CaseRows() {}

    static CaseFile caseFile(ResultSet row, int index) throws SQLException {
        UUID manager = Values.idOrNull(row, "manager");
        return new CaseFile(
                new CaseId(Values.id(row, "id")),
                new CaseReference(row.getInt("year"), row.getInt("number")),
                row.getString("type"),
                row.getString("title"),
                row.getString("phase"),
                CaseState.valueOf(row.getString("state")),
                row.getBoolean("sealed"),
                manager == null ? null : new UserId(manager),
                Values.moment(row, "opened_at"),
                Values.momentOrNull(row, "closed_at"),
                Values.moment(row, "changed_at"),
                row.getLong("version"));
    }
}
