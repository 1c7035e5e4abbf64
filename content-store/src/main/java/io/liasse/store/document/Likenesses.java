package io.liasse.store.document;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds documents that look the same: by their bytes, or nearly by their words. */
final class Likenesses {
    private static final double ALIKE = 0.8;
    private static final int MOST = 10;

    /** So many newest documents of each band are compared; of a form that came a thousand times, not all. */
    private static final int OF_A_BAND = 50;

    private final JdbcClient sql;
    private final AccessPolicy policy;

    Likenesses(JdbcClient sql, AccessPolicy policy) {
        this.sql = sql;
        this.policy = policy;
    }

    /** Replaces what was kept of an earlier text. */
    void keep(DocumentId id, Collection<PageText> pages) {
        forget(id);
        Likeness.of(pages).ifPresent(likeness -> {
            sql.sql("insert into document_likeness (document_id, minima) values (:id, :minima)")
                    .param("id", id.value())
                    .param("minima", likeness.stored())
                    .update();
            sql.sql("""
                    insert into document_band (band, document_id)
                    select distinct band, cast(:id as uuid) from unnest(cast(:bands as bigint[])) as b (band)
                    """).param("id", id.value()).param("bands", bands(likeness)).update();
        });
    }

    void forget(DocumentId id) {
        sql.sql("delete from document_likeness where document_id = :id")
                .param("id", id.value())
                .update();
        sql.sql("delete from document_band where document_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Those that the viewer may see: same bytes before near ones, the likest and newest first. */
    List<Duplicate> of(Document document, Viewer viewer) {
        Map<UUID, Double> near = near(document.id());
        List<Duplicate> found = new ArrayList<>();
        for (Document each : sameBytes(document, viewer)) {
            found.add(new Duplicate(each, Duplicate.Kind.SAME_BYTES, 1));
            near.remove(each.id().value());
        }
        List<Duplicate> alike = new ArrayList<>();
        for (Document each : visible(near.keySet(), viewer)) {
            alike.add(new Duplicate(
                    each, Duplicate.Kind.NEAR, near.getOrDefault(each.id().value(), 0.0)));
        }
        alike.sort(Comparator.comparingDouble(Duplicate::similarity)
                .thenComparing(each -> each.document().receivedAt())
                .reversed());
        found.addAll(alike);
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private List<Document> sameBytes(Document document, Viewer viewer) {
        return select(viewer)
                .where("d.sha256 = :sha256", "sha256", document.sha256().hex())
                .where("d.id <> :id", "id", document.id().value())
                .where("d.state not in ('DIVIDED', 'QUARANTINED')")
                .then("order by d.id desc")
                .limit(MOST)
                .list(sql, DocumentRows::document);
    }

    private List<Document> visible(Collection<UUID> ids, Viewer viewer) {
        return ids.isEmpty()
                ? List.of()
                : select(viewer)
                        .where("d.id = any(cast(:ids as uuid[]))", "ids", Values.array(ids))
                        .where("d.state not in ('DIVIDED', 'QUARANTINED')")
                        .list(sql, DocumentRows::document);
    }

    private Select select(Viewer viewer) {
        return Select.from(DocumentRows.select(policy.sightOf(viewer).documents()))
                .with("viewer", viewer.user().value());
    }

    private Map<UUID, Double> near(DocumentId id) {
        Optional<Likeness> own = sql.sql("select minima from document_likeness where document_id = :id")
                .param("id", id.value())
                .query((row, index) -> Likeness.of(row.getBytes(1)))
                .optional();
        return own.map(likeness -> near(id, likeness)).orElseGet(HashMap::new);
    }

    private Map<UUID, Double> near(DocumentId id, Likeness own) {
        Map<UUID, Double> near = new HashMap<>();
        sql.sql("""
                select l.document_id, l.minima from document_likeness l
                where l.document_id in (
                    select newest.document_id from unnest(cast(:bands as bigint[])) as b (band)
                    cross join lateral (
                        select document_id from document_band where band = b.band and document_id <> :id
                        order by document_id desc limit :most) newest)
                """)
                .param("bands", bands(own))
                .param("id", id.value())
                .param("most", OF_A_BAND)
                .query(row -> {
                    double similarity = own.to(Likeness.of(row.getBytes("minima")));
                    if (similarity >= ALIKE) {
                        near.put(row.getObject("document_id", UUID.class), similarity);
                    }
                });
        return near;
    }

    private static String[] bands(Likeness likeness) {
        return LongStream.of(likeness.bands()).mapToObj(Long::toString).toArray(String[]::new);
    }
}
