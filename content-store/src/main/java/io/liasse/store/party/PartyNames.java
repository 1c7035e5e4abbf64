package io.liasse.store.party;

import io.liasse.store.database.Values;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The keys under which the names of parties are found. Makes them anew at the start where they were made in another way. */
@Component
class PartyNames implements SmartInitializingSingleton {
    private static final int AT_ONCE = 500;

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    PartyNames(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private record Named(PartyId id, String name) {}

    void write(PartyId id, String name) {
        sql.sql("delete from party_name where party_id = :party")
                .param("party", id.value())
                .update();
        sql.sql("insert into party_name (party_id, key) select :party, key from unnest(:keys) as k (key)")
                .param("party", id.value())
                .param("keys", NameKeys.of(name).stream().map(Values::storable).toArray(String[]::new))
                .update();
        sql.sql("update party set name_keys = :version where id = :party")
                .param("version", NameKeys.VERSION)
                .param("party", id.value())
                .update();
    }

    @Override
    public void afterSingletonsInstantiated() {
        while (Boolean.TRUE.equals(transactions.execute(transaction -> renewSome()))) {
            // Each round is committed by itself, so that a start that is broken off has not worked in vain.
        }
    }

    private boolean renewSome() {
        List<Named> some = sql.sql("""
                select id, name from party where name_keys < :version limit :limit for update skip locked
                """)
                .param("version", NameKeys.VERSION)
                .param("limit", AT_ONCE)
                .query((row, index) -> new Named(new PartyId(Values.id(row, "id")), row.getString("name")))
                .list();
        some.forEach(each -> write(each.id(), each.name()));
        return !some.isEmpty();
    }
}
