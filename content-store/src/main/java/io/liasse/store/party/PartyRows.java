package io.liasse.store.party;

import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Rows of the table {@code party}, with their identifiers beside them, as parties. */
final class PartyRows {
    static final String SELECT = """
            select p.id, p.kind, p.name, p.birth_date, p.language, p.place, p.version,
                   (select coalesce(json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.ordinal),
                                    '[]')
                    from party_identifier i where i.party_id = p.id) as identifiers
            from party p
            """;

    private static final TypeReference<List<PartyIdentifier>> IDENTIFIERS = new TypeReference<>() {};

    private PartyRows() {}

    static Party party(ResultSet row, int index) throws SQLException {
        return new Party(
                new PartyId(Values.id(row, "id")),
                PartyKind.valueOf(row.getString("kind")),
                row.getString("name"),
                birthDate(row),
                row.getString("language"),
                row.getString("place"),
                Json.read(row.getString("identifiers"), IDENTIFIERS),
                row.getLong("version"));
    }

    private static @Nullable LocalDate birthDate(ResultSet row) throws SQLException {
        return row.getObject("birth_date", LocalDate.class);
    }
}
