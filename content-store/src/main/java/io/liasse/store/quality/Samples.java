package io.liasse.store.quality;

import io.liasse.store.NotAllowed;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Draws samples of what the program filed by itself: each begins where the one before ended, so that no decision is left out
 * and none is drawn twice. Every document has the same chance. The order of the lots is that of the MD5 digests of the seed
 * and the id, so that the same seed draws the same documents again. A draw is one transaction; of several at once, one draws
 * and the others find nothing left. Thread-safe.
 */
@Component
public class Samples {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Actor DRAWING = Actor.program("sample");

    /** Locks are numbers; this one is taken while a sample is drawn. */
    private static final long DRAW = 4_817_203_357L;

    /** What the program filed by itself; where a person had named the case, nothing was decided. */
    private static final String POPULATION = """
            from filing_decision k join document d on d.id = k.document_id
            where k.alone and k.filed_case is not null and k.at >= :since and k.at < :until
              and d.trashed_at is null and d.wished_case is null and d.state <> 'DIVIDED'
            """;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Samples(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * One draw.
     *
     * @param since of the decisions it was drawn from, {@code until} excluded
     * @param wanted how many were to be drawn
     * @param population how many there were to draw from
     */
    public record Sample(
            UUID id, Instant since, Instant until, long seed, int wanted, int population, Instant drawnAt) {}

    /** Draws from all that was decided until the week began in which this is called; empty when that has been done. */
    public Optional<Sample> drawWeek(int wanted) {
        Instant monday = LocalDate.now(clock)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(clock.getZone())
                .toInstant();
        return draw(monday, wanted, DRAWING);
    }

    /** Draws at once from what was decided since the last draw. */
    public Optional<Sample> drawNow(int wanted, Viewer by) {
        if (!policy.maySeeQuality(by)) {
            throw new NotAllowed("draw a sample");
        }
        return draw(Values.now(clock), wanted, Actor.of(by));
    }

    private Optional<Sample> draw(Instant until, int wanted, Actor by) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            sql.sql("select pg_advisory_xact_lock(:lock)")
                    .param("lock", DRAW)
                    .query((row, index) -> true)
                    .list();
            Instant since = last().map(Sample::until).orElseGet(() -> until.minus(WEEK));
            return since.isBefore(until) ? Optional.of(drawn(since, until, wanted, by)) : Optional.empty();
        }));
    }

    /** The last draw. */
    public Optional<Sample> last() {
        return sql.sql("select * from quality_sample order by until desc limit 1")
                .query(Samples::sample)
                .optional();
    }

    private Sample drawn(Instant since, Instant until, int wanted, Actor by) {
        int population = sql.sql("select count(*) " + POPULATION)
                .param("since", Values.time(since))
                .param("until", Values.time(until))
                .query(Integer.class)
                .single();
        Sample sample = sql.sql("""
                insert into quality_sample (since, until, seed, wanted, population, drawn_at)
                values (:since, :until, :seed, :wanted, :population, :now) returning *
                """)
                .param("since", Values.time(since))
                .param("until", Values.time(until))
                .param("seed", random.nextLong())
                .param("wanted", wanted)
                .param("population", population)
                .param("now", Values.time(Values.now(clock)))
                .query(Samples::sample)
                .single();
        int documents = keep(sample);
        journal.append(NewEntry.of(Action.SAMPLE_DRAWN, by)
                .with(Map.of(
                        "documents", Integer.toString(documents),
                        "of", Integer.toString(population),
                        "seed", Long.toString(sample.seed()))));
        return sample;
    }

    private int keep(Sample sample) {
        return sql.sql("""
                insert into quality_check (sample_id, position, document_id, filed_at, case_id, type)
                select :sample, row_number() over (order by lot.place), lot.document_id, lot.at, lot.filed_case, lot.filed_type
                from (%s) lot
                """.formatted(lots("k.at, k.filed_case, k.filed_type")))
                .param("sample", sample.id())
                .param("seed", Long.toString(sample.seed()))
                .param("since", Values.time(sample.since()))
                .param("until", Values.time(sample.until()))
                .param("wanted", sample.wanted())
                .update();
    }

    private static String lots(String columns) {
        return """
                select k.document_id, %s, row_number() over (order by md5(:seed || ':' || k.document_id)) as place
                %s order by place limit :wanted
                """.formatted(columns, POPULATION);
    }

    /** What this seed draws from the decisions that stand by now, in the order of the lots. */
    List<DocumentId> again(Sample sample) {
        return sql.sql(lots("k.at"))
                .param("seed", Long.toString(sample.seed()))
                .param("since", Values.time(sample.since()))
                .param("until", Values.time(sample.until()))
                .param("wanted", sample.wanted())
                .query((row, index) -> new DocumentId(Values.id(row, "document_id")))
                .list();
    }

    private static Sample sample(ResultSet row, int index) throws SQLException {
        return new Sample(
                Values.id(row, "id"),
                Values.moment(row, "since"),
                Values.moment(row, "until"),
                row.getLong("seed"),
                row.getInt("wanted"),
                row.getInt("population"),
                Values.moment(row, "drawn_at"));
    }
}
