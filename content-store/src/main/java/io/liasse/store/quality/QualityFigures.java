package io.liasse.store.quality;

import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.item.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How well the program files, for those who may see that. All is counted in the database, over what was decided in the
 * period; the trash does not count. A source or a scanner is told only where enough came from it to say
 * something. Thread-safe.
 */
@Component
public class QualityFigures {
    private static final int MOST_PARTS = 50;

    private static final String GROUPS =
            "group by grouping sets ((), (d.channel), (d.channel, i.source), (d.channel, d.scanner))";

    private static final String DECIDED = """
            select d.channel, i.source, d.scanner, grouping(d.channel, i.source, d.scanner) as level, count(*) as documents,
                   count(*) filter (where d.wished_case is null and (k.alone or k.decided_case is not null)) as filed,
                   count(*) filter (where d.wished_case is null and k.alone) as alone,
                   count(*) filter (where d.wished_case is null and k.alone and not k.taken_back
                       and (k.decided_case is null or k.decided_case = k.filed_case)) as kept,
                   count(*) filter (where k.alone and k.filed_type is not null) as typed,
                   count(*) filter (where k.alone and k.filed_type = d.type) as typed_still,
                   count(d.confidence) as recognised, coalesce(avg(d.confidence), 0) as confidence,
                   coalesce(stddev_samp(d.confidence), 0) as deviation
            from filing_decision k join document d on d.id = k.document_id join item i on i.id = d.item_id
            where k.at >= :since and d.trashed_at is null and d.state <> 'DIVIDED'
            """ + GROUPS;

    private static final String CHECKED = """
            select d.channel, i.source, d.scanner, grouping(d.channel, i.source, d.scanner) as level, count(*) as drawn,
                   count(*) filter (where c.verdict is not null or c.moved) as answered,
                   count(*) filter (where c.verdict in ('RIGHT', 'WRONG') or c.moved) as judged,
                   count(*) filter (where c.verdict in ('RIGHT', 'WRONG') and not c.wrong_case) as right_case,
                   count(*) filter (where c.verdict in ('RIGHT', 'WRONG') and c.type is not null) as typed,
                   count(*) filter (where c.verdict in ('RIGHT', 'WRONG') and c.type is not null
                       and not c.wrong_type) as right_type,
                   count(*) filter (where c.verdict in ('RIGHT', 'WRONG') and c.has_fields) as with_fields,
                   count(*) filter (where c.verdict in ('RIGHT', 'WRONG') and c.has_fields and c.wrong_field) as wrong_field
            from (select q.*, q.verdict is null and o.case_id is distinct from q.case_id as moved,
                         exists (select from document_field f where f.document_id = q.document_id) as has_fields
                  from quality_check q join document o on o.id = q.document_id
                  where q.filed_at >= :since) c
            join document d on d.id = c.document_id join item i on i.id = d.item_id
            where d.trashed_at is null
            """ + GROUPS;

    private static final String CORRECTED = """
            select d.channel, i.source, d.scanner, grouping(d.channel, i.source, d.scanner) as level,
                   coalesce(sum(n.named), 0) as named, coalesce(sum(n.changed), 0) as changed
            from filing_decision k join document d on d.id = k.document_id join item i on i.id = d.item_id
            cross join lateral (
                select count(*) as named, count(*) filter (where each.changed) as changed
                from (select bool_or(f.by_person and not exists (
                                 select from document_field r
                                 where r.document_id = f.document_id and not r.by_person
                                   and r.name = f.name and r.value = f.value)) as changed
                      from document_field f where f.document_id = k.document_id group by f.name) each) n
            where k.decided_at is not null and k.decided_at >= :since and k.decided_case is not null
              and d.trashed_at is null
            """ + GROUPS;

    /** All, a channel, or a part of it that is known: each column that is not grouped by counts its place in {@code level}. */
    private static final String TOLD =
            "level in (7, 3) or level = 1 and source is not null or level = 2 and scanner is not null";

    private static final Group ALL = new Group(null, null, null);
    private static final Decided NOTHING_DECIDED =
            new Decided(0, new Share(0, 0), new Share(0, 0), new Share(0, 0), new Share(0, 0), new Mean(0, 0, 0));
    private static final Checked NOTHING_CHECKED = new Checked(0, 0, new Share(0, 0), new Share(0, 0), new Share(0, 0));

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final Clock clock;

    QualityFigures(JdbcClient sql, AccessPolicy policy, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.clock = clock;
    }

    /** What is counted together; without source and scanner: all of the channel, without a channel: all. */
    private record Group(
            @Nullable Channel channel,
            @Nullable String source,
            @Nullable String scanner) {
        boolean wholeChannel() {
            return channel != null && source == null && scanner == null;
        }

        boolean partOf(Group other) {
            return channel == other.channel && !wholeChannel();
        }
    }

    private record Decided(long documents, Share kept, Share alone, Share recall, Share type, Mean confidence) {}

    private record Checked(long drawn, long answered, Share precision, Share type, Share fields) {}

    /** The figures of the last so many days. */
    public Figures of(int days, Viewer viewer) {
        if (!policy.maySeeQuality(viewer)) {
            throw new NotAllowed("see how well the program files");
        }
        Instant since = clock.instant().minus(Duration.ofDays(days));
        Map<Group, Decided> decided = groups(DECIDED, since, QualityFigures::decided);
        Map<Group, Checked> checked = groups(CHECKED, since, QualityFigures::checked);
        Map<Group, Share> corrected =
                groups(CORRECTED, since, row -> new Share(row.getLong("changed"), row.getLong("named")));
        Function<Group, Figures.Row> row = group -> row(
                decided.getOrDefault(group, NOTHING_DECIDED),
                checked.getOrDefault(group, NOTHING_CHECKED),
                corrected.getOrDefault(group, new Share(0, 0)));
        Checked all = checked.getOrDefault(ALL, NOTHING_CHECKED);
        return new Figures(since, row.apply(ALL), all.answered(), all.drawn(), told(decided, row));
    }

    /** How the columns of a row are taken up. */
    @FunctionalInterface
    private interface Columns<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<Group, T> groups(String select, Instant since, Columns<T> columns) {
        RowMapper<Map.Entry<Group, T>> mapper = (row, index) -> Map.entry(group(row), columns.of(row));
        return sql
                .sql("select * from (" + select + ") g where " + TOLD)
                .param("since", Values.time(since))
                .query(mapper)
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Group group(ResultSet row) throws SQLException {
        String channel = row.getString("channel");
        return new Group(
                channel == null ? null : Channel.valueOf(channel), row.getString("source"), row.getString("scanner"));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        long filed = row.getLong("filed");
        long alone = row.getLong("alone");
        long kept = row.getLong("kept");
        return new Decided(
                row.getLong("documents"),
                new Share(kept, alone),
                new Share(alone, filed),
                new Share(kept, filed),
                new Share(row.getLong("typed_still"), row.getLong("typed")),
                new Mean(row.getDouble("confidence"), row.getDouble("deviation"), row.getLong("recognised")));
    }

    private static Checked checked(ResultSet row) throws SQLException {
        return new Checked(
                row.getLong("drawn"),
                row.getLong("answered"),
                new Share(row.getLong("right_case"), row.getLong("judged")),
                new Share(row.getLong("right_type"), row.getLong("typed")),
                new Share(row.getLong("wrong_field"), row.getLong("with_fields")));
    }

    private static Figures.Row row(Decided decided, Checked checked, Share corrected) {
        return new Figures.Row(
                checked.precision(),
                decided.kept(),
                decided.alone(),
                decided.recall(),
                checked.type(),
                decided.type(),
                checked.fields(),
                corrected,
                decided.confidence());
    }

    /** Each channel followed by its sources and its scanners; those with few documents might tell of single ones. */
    private static List<Figures.Group> told(Map<Group, Decided> decided, Function<Group, Figures.Row> row) {
        Comparator<Group> most = Comparator.comparing((Group each) -> each.scanner() != null)
                .thenComparingLong(
                        each -> -decided.getOrDefault(each, NOTHING_DECIDED).documents())
                .thenComparing(Group::toString);
        return decided.keySet().stream()
                .filter(Group::wholeChannel)
                .sorted(most)
                .flatMap(channel -> Stream.concat(
                        Stream.of(channel),
                        decided.keySet().stream()
                                .filter(each -> each.partOf(channel))
                                .filter(each -> decided.getOrDefault(each, NOTHING_DECIDED)
                                                .documents()
                                        >= Share.ENOUGH)
                                .sorted(most)
                                .limit(MOST_PARTS)))
                .map(each -> new Figures.Group(
                        Objects.requireNonNull(each.channel()), each.source(), each.scanner(), row.apply(each)))
                .toList();
    }
}
