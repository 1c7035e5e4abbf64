package io.liasse.store.item;

import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Sight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.DocumentState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The intake ledger as people look through it: who may see all lines sees each, others those they sent and those of
 * documents they may see. Thread-safe.
 */
@Component
public class Ledger {
    private static final int PARTS = 3;
    private static final int MOST_PARTS = 10_000;

    /** For viewers who see most documents: walk the ledger and leave out the few lines that are not theirs. */
    private static final String SEEN_BY_MANY = """
            i.posted_by = :viewer
            or coalesce((select true from {documents} d where d.item_id = i.id limit 1), false)
            or coalesce((select true from {trash} d where d.item_id = i.id limit 1), false)
            """;

    /** For viewers who see few: begin at those. An array, so that the planner does not walk the ledger instead. */
    private static final String SEEN_BY_FEW = """
            i.id = any(array(
                select d.item_id from {documents} d
                union select d.item_id from {trash} d
                union select o.id from item o where o.posted_by = :viewer))
            """;

    /** More lines than that hold a common word, and walking the ledger finds some of these soon. */
    private static final int RARE = 2000;

    private static final String WITH_RARE_WORDS =
            "i.id = any(array(select o.id from item o where o.words @@ cast(:words as tsquery)))";

    /** Written so that the index of words is not used. */
    private static final String WITH_COMMON_WORDS = "(i.words @@ cast(:words as tsquery)) is true";

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final Clock clock;

    Ledger(JdbcClient sql, AccessPolicy policy, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.clock = clock;
    }

    /** Newest first. */
    public Page<LedgerLine> page(ItemQuery query, Viewer viewer, PageRequest page) {
        Select select = narrowed(Select.from(ItemRows.SELECT), query);
        if (!policy.maySeeAllLines(viewer)) {
            Sight sight = policy.sightOf(viewer);
            String seen = sight.wide() ? SEEN_BY_MANY : SEEN_BY_FEW;
            select.where(seen.replace("{documents}", sight.documents()).replace("{trash}", policy.trashOf(viewer)))
                    .with("viewer", viewer.user().value());
        }
        if (page.cursor() != null) {
            Cursor after = Cursor.parse(page.cursor());
            select.where("(i.received_at, i.id) < (:time, :id)")
                    .with("time", Values.time(after.moment(0)))
                    .with("id", after.id(1));
        }
        List<Item> rows = select.then("order by i.received_at desc, i.id desc")
                .limit(page.limit() + 1)
                .list(sql, ItemRows::item);
        Page<Item> items = Cursor.page(rows, page, each -> Cursor.of(each.receivedAt(), each.id()));
        return new Page<>(lines(items.items(), viewer), items.next());
    }

    private Select narrowed(Select select, ItemQuery query) {
        String words = query.text() == null ? "" : Words.beginnings(query.text());
        return select.where(
                        "i.state = :state",
                        "state",
                        query.state() == null ? null : query.state().name())
                .where(
                        "i.channel = :channel",
                        "channel",
                        query.channel() == null ? null : query.channel().name())
                .where("i.received_at >= :from", "from", start(query.from()))
                .where(
                        "i.received_at < :to",
                        "to",
                        start(query.to() == null ? null : query.to().plusDays(1)))
                .where(areRare(words) ? WITH_RARE_WORDS : WITH_COMMON_WORDS, "words", words.isEmpty() ? null : words);
    }

    private boolean areRare(String words) {
        return !words.isEmpty()
                && sql.sql("""
                        select count(*) from (
                            select from item i where i.words @@ cast(:words as tsquery) limit %d) found
                        """.formatted(RARE))
                                .param("words", words)
                                .query(Integer.class)
                                .single()
                        < RARE;
    }

    private @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null
                ? null
                : Values.time(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private List<LedgerLine> lines(List<Item> items, Viewer viewer) {
        List<UUID> ids = items.stream().map(each -> each.id().value()).toList();
        Map<UUID, List<LedgerLine.Part>> parts = parts(ids, viewer);
        Set<UUID> trashed = trashed(ids, viewer);
        Map<UUID, java.time.Instant> settled = settled(items);
        List<LedgerLine> lines = new ArrayList<>();
        for (Item item : items) {
            UUID id = item.id().value();
            List<LedgerLine.Part> all = parts.getOrDefault(id, List.of());
            int visible = all.size();
            boolean told = visible > 0 || trashed.contains(id) || viewer.user().equals(item.by());
            lines.add(new LedgerLine(item, told, all.subList(0, Math.min(PARTS, visible)), visible, settled.get(id)));
        }
        return lines;
    }

    /** Begins at the documents of these items, whatever the viewer sees beside them. */
    private Map<UUID, List<LedgerLine.Part>> parts(Collection<UUID> items, Viewer viewer) {
        Map<UUID, List<LedgerLine.Part>> parts = new HashMap<>();
        sql.sql("""
                select d.item_id, d.id, d.title, d.state, d.reason, d.case_id, f.year, f.number
                from %s d left join case_file f on f.id = d.case_id
                where d.id = any(array(select o.id from document o where o.item_id = any(cast(:items as uuid[]))))
                order by d.id limit %d
                """.formatted(policy.sightOf(viewer).documents(), MOST_PARTS))
                .param("items", Values.array(items))
                .param("viewer", viewer.user().value())
                .query(row -> {
                    parts.computeIfAbsent(Values.id(row, "item_id"), none -> new ArrayList<>())
                            .add(part(row));
                });
        return parts;
    }

    private static LedgerLine.Part part(ResultSet row) throws SQLException {
        boolean filed = row.getObject("case_id") != null;
        return new LedgerLine.Part(
                new DocumentId(Values.id(row, "id")),
                row.getString("title"),
                DocumentState.valueOf(row.getString("state")),
                row.getString("reason"),
                filed ? new CaseReference(row.getInt("year"), row.getInt("number")) : null);
    }

    private Set<UUID> trashed(Collection<UUID> items, Viewer viewer) {
        return new HashSet<>(sql.sql("select d.item_id from " + policy.trashOf(viewer)
                        + " d where d.item_id = any(cast(:items as uuid[]))")
                .param("items", Values.array(items))
                .param("viewer", viewer.user().value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .list());
    }

    private Map<UUID, java.time.Instant> settled(Collection<Item> items) {
        Set<UUID> done = new HashSet<>();
        items.stream()
                .filter(each -> each.state() == Item.State.DONE)
                .forEach(each -> done.add(each.id().value()));
        Map<UUID, java.time.Instant> settled = new HashMap<>();
        sql.sql("""
                select item_id, max(filed_at) as at from document
                where item_id = any(cast(:items as uuid[])) and filed_at is not null group by item_id
                """).param("items", Values.array(done)).query(row -> {
            settled.put(Values.id(row, "item_id"), Values.moment(row, "at"));
        });
        return settled;
    }

    /** Documents that could not be read, of these lines, that the viewer may see; at most {@code limit}, oldest first. */
    public List<DocumentId> failed(ItemQuery query, Viewer viewer, int limit) {
        Select select = Select.from(
                        "select d.id from " + policy.sightOf(viewer).documents() + " d join item i on i.id = d.item_id")
                .where("d.state = 'FAILED'")
                .with("viewer", viewer.user().value());
        return narrowed(select, query)
                .then("order by d.id")
                .limit(limit)
                .list(sql, (row, index) -> new DocumentId(Values.id(row, "id")));
    }

    /** The documents of one item that the viewer may see and that could not be read. */
    public List<DocumentId> failed(ItemId item, Viewer viewer) {
        return Select.from("select d.id from " + policy.sightOf(viewer).documents() + " d")
                .where("d.item_id = :item", "item", item.value())
                .where("d.state = 'FAILED'")
                .with("viewer", viewer.user().value())
                .then("order by d.id")
                .list(sql, (row, index) -> new DocumentId(Values.id(row, "id")));
    }
}
