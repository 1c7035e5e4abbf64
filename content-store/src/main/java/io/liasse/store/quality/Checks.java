package io.liasse.store.quality;

import io.liasse.store.Conflict;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The documents of the samples of the last ninety days, put before those who may see them. Once a person has moved a
 * document out of the case where the program had put it, nobody is asked any more: that is an answer. Thread-safe.
 */
@Component
public class Checks {
    private static final Duration ASKED = Duration.ofDays(90);

    /** So long whoever answered can take it back. */
    private static final Duration UNDOABLE = Duration.ofHours(1);

    private static final String SEEN = """
            select c.* from quality_sample s join quality_check c on c.sample_id = s.id join %s d on d.id = c.document_id
            where s.drawn_at > :asked
            """;

    private static final String OPEN = " and c.verdict is null and d.case_id = c.case_id";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final Clock clock;

    Checks(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A document to check.
     *
     * @param caseId where the program put it
     * @param type that the program gave it; null for none
     */
    public record Check(
            UUID id,
            DocumentId document,
            CaseId caseId,
            @Nullable String type) {}

    /** A check with what somebody said. */
    public record Answer(Check check, Verdict verdict) {}

    /** How many of the documents that the viewer may see are answered for, and how many there are. */
    public record Progress(int done, int of) {
        public boolean complete() {
            return done == of;
        }
    }

    /** What the viewer can still answer, sample by sample in the order of the lots; those after {@code passed} first. */
    public List<Check> open(Viewer viewer, @Nullable UUID passed, int most) {
        return sql.sql(SEEN.formatted(policy.sightOf(viewer).documents()) + OPEN + """
                 order by coalesce((s.until, c.position) <= (
                     select t.until, k.position from quality_check k join quality_sample t on t.id = k.sample_id
                     where k.id = cast(:passed as uuid)), false), s.until, c.position
                limit :most
                """)
                .param("viewer", viewer.user().value())
                .param("asked", asked())
                .param("passed", passed)
                .param("most", most)
                .query(Checks::check)
                .list();
    }

    private OffsetDateTime asked() {
        return Values.time(Values.now(clock).minus(ASKED));
    }

    public Progress progress(Viewer viewer) {
        return sql.sql("""
                select count(*) as of, count(*) filter (where verdict is not null or not open) as done
                from (%s) seen
                """.formatted(SEEN.formatted(policy.sightOf(viewer).documents())
                        .replace("select c.*", "select c.verdict, d.case_id is not distinct from c.case_id as open")))
                .param("viewer", viewer.user().value())
                .param("asked", asked())
                .query((row, index) -> new Progress(row.getInt("done"), row.getInt("of")))
                .single();
    }

    /** The one the viewer may see, answered or not. */
    public Check get(UUID id, Viewer viewer) {
        return sql.sql(SEEN.formatted(policy.sightOf(viewer).documents()) + " and c.id = :id")
                .param("viewer", viewer.user().value())
                .param("asked", asked())
                .param("id", id)
                .query(Checks::check)
                .optional()
                .orElseThrow(() -> new NotFound("check"));
    }

    /**
     * Answers.
     *
     * @throws Conflict of state, when somebody has answered, or moved the document, in between
     */
    public Check answer(UUID id, Verdict verdict, Viewer by) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Check check = get(id, by);
            int answered = sql.sql("""
                    update quality_check c set verdict = :verdict, wrong_case = :case, wrong_type = :type,
                        wrong_field = :field, user_id = :user, made_at = :now
                    from document d
                    where c.id = :id and d.id = c.document_id and c.verdict is null and d.case_id = c.case_id
                    """)
                    .param("verdict", verdict.kind().name())
                    .param("case", verdict.wrong().contains(Verdict.Wrong.CASE))
                    .param("type", verdict.wrong().contains(Verdict.Wrong.TYPE))
                    .param("field", verdict.wrong().contains(Verdict.Wrong.FIELD))
                    .param("user", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .param("id", id)
                    .update();
            if (answered == 0) {
                throw Conflict.state("the document has been answered for or moved meanwhile");
            }
            journal.append(entry(Action.FILING_CHECKED, check, by).with(details(verdict)));
            return check;
        }));
    }

    private static NewEntry entry(Action action, Check check, Viewer by) {
        return NewEntry.of(action, Actor.of(by)).in(check.caseId()).about(check.document());
    }

    private static Map<String, String> details(Verdict verdict) {
        Map<String, String> details =
                new HashMap<>(Map.of("verdict", verdict.kind().name()));
        if (!verdict.wrong().isEmpty()) {
            details.put(
                    "wrong", verdict.wrong().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        }
        return details;
    }

    /** The answer that the viewer gave last, and can still take back. */
    public Optional<Answer> lastOf(Viewer viewer) {
        return sql.sql(SEEN.formatted(policy.sightOf(viewer).documents()) + """
                 and c.user_id = :viewer and c.made_at > :undoable order by c.made_at desc, c.id desc limit 1
                """)
                .param("viewer", viewer.user().value())
                .param("asked", asked())
                .param("undoable", Values.time(Values.now(clock).minus(UNDOABLE)))
                .query((row, index) -> new Answer(check(row, index), verdict(row)))
                .optional();
    }

    /**
     * Takes back an answer of one's own that is not older than an hour.
     *
     * @throws Conflict of state, when it is none of these
     */
    public Check undo(UUID id, Viewer by) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Check check = get(id, by);
            int undone = sql.sql("""
                    update quality_check set verdict = null, wrong_case = false, wrong_type = false, wrong_field = false,
                        user_id = null, made_at = null
                    where id = :id and user_id = :user and made_at > :undoable
                    """)
                    .param("id", id)
                    .param("user", by.user().value())
                    .param("undoable", Values.time(Values.now(clock).minus(UNDOABLE)))
                    .update();
            if (undone == 0) {
                throw Conflict.state("there is no answer of yours from the last hour to take back");
            }
            journal.append(entry(Action.FILING_CHECK_UNDONE, check, by));
            return check;
        }));
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        Set<Verdict.Wrong> wrong = EnumSet.noneOf(Verdict.Wrong.class);
        for (Verdict.Wrong each : Verdict.Wrong.values()) {
            if (row.getBoolean("wrong_" + each.name())) {
                wrong.add(each);
            }
        }
        return new Verdict(Verdict.Kind.valueOf(row.getString("verdict")), wrong);
    }

    private static Check check(ResultSet row, int index) throws SQLException {
        return new Check(
                Values.id(row, "id"),
                new DocumentId(Values.id(row, "document_id")),
                new CaseId(Values.id(row, "case_id")),
                row.getString("type"));
    }
}
