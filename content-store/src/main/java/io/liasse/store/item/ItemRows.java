package io.liasse.store.item;

import io.liasse.store.access.UserId;
import io.liasse.store.database.Values;
import io.liasse.store.object.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of the table {@code item} as items. */
final class ItemRows {
    static final String SELECT = """
            select i.id, i.channel, i.state, i.name, i.sender, i.size, i.sha256, i.message_id, i.thread_ids, i.hints,
                   i.posted_by, i.received_at, i.documents
            from item i
            """;

    private ItemRows() {}

    static Item item(ResultSet row, int index) throws SQLException {
        UUID by = Values.idOrNull(row, "posted_by");
        return new Item(
                new ItemId(Values.id(row, "id")),
                Channel.valueOf(row.getString("channel")),
                Item.State.valueOf(row.getString("state")),
                row.getString("name"),
                row.getString("sender"),
                row.getLong("size"),
                new Sha256(row.getString("sha256")),
                row.getString("message_id"),
                Values.texts(row, "thread_ids"),
                Values.texts(row, "hints"),
                by == null ? null : new UserId(by),
                Values.moment(row, "received_at"),
                row.getInt("documents"));
    }
}
