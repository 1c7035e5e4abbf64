package io.liasse.store.document;

import io.liasse.store.item.PresentState;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the state of an item that of its documents taken together. A change of a document locks the row of its item first,
 * so that of two documents changing at the same moment the second sees what the first became.
 */
final class ItemStates {
    private final JdbcClient sql;

    ItemStates(JdbcClient sql) {
        this.sql = sql;
    }

    void lock(DocumentId document) {
        sql.sql("""
                select id from item where id = (select item_id from document where id = :document) for no key update
                """).param("document", document.value()).query().rowSet();
    }

    /** Of an item whose document may be gone. */
    void refreshItem(UUID item) {
        sql.sql("""
                update item set (state, documents) = (
                    select %s, count(*)
                    from document d where d.item_id = item.id)
                where id = :item
                """.formatted(PresentState.SQL)).param("item", item).update();
    }

    void refresh(DocumentId document) {
        sql.sql("""
                update item set (state, documents) = (
                    select %s, count(*)
                    from document d where d.item_id = item.id)
                where id = (select item_id from document where id = :document)
                """.formatted(PresentState.SQL))
                .param("document", document.value())
                .update();
    }
}
