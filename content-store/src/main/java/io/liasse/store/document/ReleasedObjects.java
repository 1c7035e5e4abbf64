package io.liasse.store.document;

import io.liasse.store.database.Values;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.ObjectStoreFailure;
import io.liasse.store.object.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes bytes that removed documents consisted of, once no document consists of them. Whoever writes down that a document
 * consists of bytes claims them in the same transaction: bytes that were there when they were put, and were removed before
 * that transaction, are noticed then, and the work is done again from the putting on. Thread-safe.
 */
@Component
class ReleasedObjects {
    /** Names the lock of the database that claims share and removal has to itself. */
    private static final long LOCK = 0x6c6961737365L;

    private static final int BATCH = 20;

    /** Longer than anything takes between putting bytes and claiming them. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final ObjectStore objects;
    private final Clock clock;

    ReleasedObjects(JdbcClient sql, TransactionOperations transactions, ObjectStore objects, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.objects = objects;
        this.clock = clock;
    }

    /** Part of the transaction that writes what consists of them. */
    void claim(Collection<Sha256> hashes) {
        sql.sql("select pg_advisory_xact_lock_shared(:lock)")
                .param("lock", LOCK)
                .query()
                .rowSet();
        List<String> removed = sql.sql("""
                select sha256 from released_object where sha256 = any(:hashes) and removed_at is not null
                """)
                .param("hashes", hashes.stream().map(Sha256::hex).toArray(String[]::new))
                .query((row, index) -> row.getString(1))
                .list();
        for (String each : removed) {
            if (objects.size(new Sha256(each)).isEmpty()) {
                throw new ObjectStoreFailure("the bytes were removed before they were used: " + each, null);
            }
        }
    }

    /** Notes what the document consists of, its original first; part of the transaction that removes it. */
    List<String> release(DocumentId id) {
        List<String> hashes = sql.sql("""
                select sha256 from (
                    select sha256, 0 as place from document where id = :id
                    union all select sha256, 1 from document_version where document_id = :id
                    union all select sha256, 2 from document_rendition where document_id = :id
                    union all select sha256, 3 from version_rendition where document_id = :id) used
                group by sha256 order by min(place), sha256
                """)
                .param("id", id.value())
                .query((row, index) -> row.getString(1))
                .list();
        sql.sql("""
                insert into released_object (sha256, released_at) select each, :now from unnest(:hashes) as each
                on conflict (sha256) do update set released_at = excluded.released_at, removed_at = null
                """)
                .param("now", Values.time(Values.now(clock)))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
        return hashes;
    }

    /** Removes what is released and unused, and forgets what was removed long ago. */
    void removeUnused() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(transaction -> removeSome()));
        }
        sql.sql("delete from released_object where removed_at < :before")
                .param("before", Values.time(Values.now(clock).minus(REMEMBERED)))
                .update();
    }

    /** False when nothing is left to do. */
    private boolean removeSome() {
        sql.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query()
                .rowSet();
        List<String> released = sql.sql(
                        "select sha256 from released_object where removed_at is null order by sha256 limit " + BATCH)
                .query((row, index) -> row.getString(1))
                .list();
        for (String each : released) {
            settle(each);
        }
        return !released.isEmpty();
    }

    private void settle(String hash) {
        if (isUsed(hash)) {
            sql.sql("delete from released_object where sha256 = :hash")
                    .param("hash", hash)
                    .update();
            return;
        }
        objects.delete(new Sha256(hash));
        sql.sql("update released_object set removed_at = :now where sha256 = :hash")
                .param("now", Values.time(Values.now(clock)))
                .param("hash", hash)
                .update();
    }

    private boolean isUsed(String hash) {
        return sql.sql("""
                select exists (select from document where sha256 = :hash)
                    or exists (select from document_version where sha256 = :hash)
                    or exists (select from document_rendition where sha256 = :hash)
                    or exists (select from version_rendition where sha256 = :hash)
                """).param("hash", hash).query(Boolean.class).single();
    }
}
