package io.liasse.store.item;

import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Sight;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was received, one by one; {@link Ledger} lists it. Thread-safe. */
@Component
public class Items {
    /** The receipt of an item: its id, its first document, and whether it had been taken before. */
    public record Receipt(ItemId item, DocumentId document, boolean repeated) {}

    /** For viewers who see most documents: walk the ledger and leave out the few lines that are not theirs. */
    private static final String SEEN_BY_MANY = """
            i.posted_by = :viewer
            or coalesce((select true from {documents} d where d.item_id = i.id limit 1), false)
            or coalesce((select true from {trash} d where d.item_id = i.id limit 1), false)
            """;

    /** For viewers who see few: begin at those. */
    private static final String SEEN_BY_FEW = """
            i.id in (select d.item_id from {documents} d
                     union select d.item_id from {trash} d
                     union select o.id from item o where o.posted_by = :viewer)
            """;

    private final JdbcClient sql;
    private final AccessPolicy policy;

    Items(JdbcClient sql, AccessPolicy policy) {
        this.sql = sql;
        this.policy = policy;
    }

    /** The receipt of the item that was taken before under this channel and source key. */
    public Optional<Receipt> taken(Channel channel, String sourceKey) {
        return sql.sql("""
                select i.id, (select d.id from document d where d.item_id = i.id and d.parent_id is null
                              order by d.id limit 1) as document
                from item i where i.channel = :channel and i.source_digest = :digest
                """)
                .param("channel", channel.name())
                .param("digest", new SourceKey(sourceKey).digest().hex())
                .query((row, index) ->
                        new Receipt(new ItemId(Values.id(row, "id")), new DocumentId(Values.id(row, "document")), true))
                .optional();
    }

    /** For the program's own work: without a viewer. */
    public Item get(ItemId id) {
        return sql.sql(ItemRows.SELECT + "where i.id = :id")
                .param("id", id.value())
                .query(ItemRows::item)
                .optional()
                .orElseThrow(() -> new NotFound("item"));
    }

    public Item get(ItemId id, Viewer viewer) {
        return visible(viewer).where("i.id = :id", "id", id.value()).list(sql, ItemRows::item).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("item"));
    }

    private Select visible(Viewer viewer) {
        Sight sight = policy.sightOf(viewer);
        String condition = sight.wide() ? SEEN_BY_MANY : SEEN_BY_FEW;
        return Select.from(ItemRows.SELECT)
                .where(condition.replace("{documents}", sight.documents()).replace("{trash}", policy.trashOf(viewer)))
                .with("viewer", viewer.user().value());
    }
}
