package io.liasse.store.document;

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

    void refresh(DocumentId document) {
        sql.sql("""
                update item set (state, documents) = (
                    select case when bool_or(d.state in ('RECEIVED', 'READING')) then 'RECEIVED'
                                when bool_or(d.state = 'FAILED') then 'FAILED'
                                when bool_or(d.state in ('INBOX', 'NEEDS_PASSWORD')) then 'WAITING'
                                else 'DONE' end,
                           count(*)
                    from document d where d.item_id = item.id)
                where id = (select item_id from document where id = :document)
                """).param("document", document.value()).update();
    }
}
