package io.liasse.store.item;

import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts for what was received, day by day, for those who may see all lines of the ledger. Thread-safe. */
@Component
public class Statements {
    private static final int BATCH = 500;
    private static final int EXAMPLES = 20;

    private static final String PRESENT = Stream.of(Item.State.values())
            .map(each -> "count(*) filter (where present = '%1$s') as in_%1$s".formatted(each))
            .collect(Collectors.joining(", "));

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final ObjectStore objects;
    private final Clock clock;

    Statements(JdbcClient sql, AccessPolicy policy, ObjectStore objects, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.objects = objects;
        this.clock = clock;
    }

    /** The statement of a day where the program runs, as it stands at this moment. */
    public Statement of(LocalDate day, Viewer viewer) {
        requireAllLines(viewer);
        return new Statement(day, lines(day), lost(day), proof(day));
    }

    private void requireAllLines(Viewer viewer) {
        if (!policy.maySeeAllLines(viewer)) {
            throw new NotAllowed("see the sums of the ledger");
        }
    }

    /** One statement, hence one snapshot: each item is counted in one state. */
    private List<Statement.Line> lines(LocalDate day) {
        return sql.sql("""
                with lines as (
                    select i.id, i.channel, i.state, %s as present, bool_or(d.read_at is not null) as read,
                           count(d.id) = 0 as empty, bool_and(exists (
                               select from document_version v where v.document_id = d.id)) as kept
                    from item i left join document d on d.item_id = i.id
                    where i.received_at >= :from and i.received_at < :to
                    group by i.id, i.channel, i.state)
                select channel, count(*) as received, count(*) filter (where empty or kept) as stored,
                       count(*) filter (where read) as read, %s,
                       count(*) filter (where state <> present) as differing,
                       count(*) filter (where not exists (
                           select from journal j
                           where j.action = 'ITEM_RECEIVED' and j.details ->> 'item' = lines.id::text)) as unwitnessed
                from lines group by channel order by channel
                """.formatted(PresentState.SQL, PRESENT))
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .query(Statements::line)
                .list();
    }

    private static Statement.Line line(ResultSet row, int index) throws SQLException {
        Map<Item.State, Long> present = new EnumMap<>(Item.State.class);
        for (Item.State state : Item.State.values()) {
            long count = row.getLong("in_" + state);
            if (count > 0) {
                present.put(state, count);
            }
        }
        return new Statement.Line(
                Channel.valueOf(row.getString("channel")),
                row.getLong("received"),
                row.getLong("stored"),
                row.getLong("read"),
                present,
                row.getLong("differing"),
                row.getLong("unwitnessed"));
    }

    private long lost(LocalDate day) {
        return sql.sql("""
                select count(*) from journal j
                where j.action = 'ITEM_RECEIVED' and j.at >= :from and j.at < :to
                  and not exists (select from item i where i.id = cast(j.details ->> 'item' as uuid))
                """)
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .query(Long.class)
                .single();
    }

    private OffsetDateTime start(LocalDate day) {
        return Values.time(day.atStartOfDay(clock.getZone()).toInstant());
    }

    private Statement.@Nullable Proof proof(LocalDate day) {
        return sql
                .sql("select * from item_proof where day = :day")
                .param("day", day)
                .query((row, index) -> new Statement.Proof(
                        Values.moment(row, "checked_at"),
                        row.getLong("objects"),
                        row.getLong("missing"),
                        Values.texts(row, "examples")))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Looks for the bytes of all that was received on the day, and keeps what it found. */
    public Statement check(LocalDate day, Viewer viewer) {
        requireAllLines(viewer);
        check(day);
        return of(day, viewer);
    }

    /** The same as the program's own work. Asks the object store for sizes only, one file after the other. */
    public void check(LocalDate day) {
        long count = 0;
        long missing = 0;
        List<String> examples = new ArrayList<>();
        String after = "";
        List<Kept> batch = batch(day, after);
        while (!batch.isEmpty()) {
            for (Kept each : batch) {
                count++;
                OptionalLong found = objects.size(new Sha256(each.hash()));
                if (found.isEmpty() || found.getAsLong() != each.size()) {
                    missing++;
                    if (examples.size() < EXAMPLES) {
                        examples.add(each.hash());
                    }
                }
            }
            after = batch.getLast().hash();
            batch = batch(day, after);
        }
        keep(day, new Statement.Proof(Values.now(clock), count, missing, examples));
    }

    /** A file that a document of the day consists of, as it came or as it was made later. */
    private record Kept(String hash, long size) {}

    private List<Kept> batch(LocalDate day, String after) {
        return sql.sql("""
                select distinct on (v.sha256) v.sha256, v.size
                from item i join document d on d.item_id = i.id join document_version v on v.document_id = d.id
                where i.received_at >= :from and i.received_at < :to and v.sha256 > :after
                order by v.sha256 limit %d
                """.formatted(BATCH))
                .param("from", start(day))
                .param("to", start(day.plusDays(1)))
                .param("after", after)
                .query((row, index) -> new Kept(row.getString("sha256"), row.getLong("size")))
                .list();
    }

    private void keep(LocalDate day, Statement.Proof proof) {
        sql.sql("""
                insert into item_proof (day, checked_at, objects, missing, examples)
                values (:day, :at, :objects, :missing, :examples)
                on conflict (day) do update set checked_at = excluded.checked_at, objects = excluded.objects,
                    missing = excluded.missing, examples = excluded.examples
                """)
                .param("day", day)
                .param("at", Values.time(proof.checkedAt()))
                .param("objects", proof.objects())
                .param("missing", proof.missing())
                .param("examples", Values.array(proof.examples()))
                .update();
    }
}
