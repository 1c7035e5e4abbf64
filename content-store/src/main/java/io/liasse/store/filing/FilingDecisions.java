package io.liasse.store.filing;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/**
 * What filing decided about each document, on which ground, and what became of it; and the weights learned from that. Runs in
 * the transaction of its caller. Thread-safe.
 */
@Component
public class FilingDecisions {
    private static final TypeReference<List<Weighed>> WEIGHED = new TypeReference<>() {};
    private static final TypeReference<Ground> GROUND = new TypeReference<>() {};
    private static final int STEPS = 20;
    private static final List<Action> STEPS_OF_FILING = List.of(
            Action.DOCUMENT_TO_INBOX,
            Action.DOCUMENT_FILED,
            Action.DOCUMENT_MADE,
            Action.DOCUMENT_REFILED,
            Action.DOCUMENT_TAKEN_BACK,
            Action.FILING_UNDONE,
            Action.DOCUMENT_NOT_OURS);
    private static final TypeReference<Map<String, Double>> WEIGHTS = new TypeReference<>() {};

    /** Locks are numbers; this one is taken while weights are fitted. */
    private static final long FITTING = 4_817_203_356L;

    private final JdbcClient sql;
    private final Clock clock;

    FilingDecisions(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param model version of the weights of that day
     * @param threshold of that day
     * @param candidates best first
     * @param alone whether the program filed the document itself
     * @param decided the case a person filed it into; null while nobody has
     * @param takenBack whether a person took back what the program had filed
     * @param decidedAt when a person decided, or took back
     * @param grounds null for decisions from before rules had versions
     */
    public record Decision(
            DocumentId document,
            Instant at,
            int model,
            @Nullable Double threshold,
            List<Weighed> candidates,
            boolean alone,
            @Nullable CaseId decided,
            boolean takenBack,
            @Nullable Instant decidedAt,
            @Nullable Grounds grounds) {
        public Decision {
            candidates = List.copyOf(candidates);
        }

        /** Of the best candidate; 0 where there is none. */
        public double probability() {
            return candidates.isEmpty() ? 0 : candidates.getFirst().probability();
        }

        /** Whether the best candidate was right; what was filed alone counts as right until a person files it elsewhere. */
        public boolean right() {
            return !candidates.isEmpty()
                    && (decided == null
                            ? !takenBack
                            : candidates.getFirst().caseId().equals(decided));
        }
    }

    /**
     * On what a decision was made, beside its candidates.
     *
     * @param rules version of the rules of that day; 0 when there were none
     * @param acted names of the rules that had a say
     * @param errorRate in force that day
     * @param reason why a person was asked, as {@code key|arg|arg}; null where the document was filed
     */
    public record Grounds(
            Ground ground,
            int rules,
            List<String> acted,
            double errorRate,
            @Nullable String reason) {
        public Grounds {
            acted = List.copyOf(acted);
        }
    }

    /** Replaces an earlier decision about the same document. It was filed alone where the grounds give no reason to ask. */
    public void record(DocumentId document, FilingModel model, List<Weighed> candidates, Grounds grounds) {
        Weighed best = candidates.isEmpty() ? null : candidates.getFirst();
        sql.sql("""
                insert into filing_decision (document_id, at, model, threshold, candidates, best_case, probability, alone,
                                             ground, rules, acted, error_rate, reason)
                values (:document, :at, :model, :threshold, cast(:candidates as jsonb), :best, :probability, :alone,
                        cast(:ground as jsonb), :rules, :acted, :rate, :reason)
                on conflict (document_id) do update
                set at = excluded.at, model = excluded.model, threshold = excluded.threshold,
                    candidates = excluded.candidates, best_case = excluded.best_case,
                    probability = excluded.probability, alone = excluded.alone, decided_case = null, decided_at = null,
                    taken_back = false, filed_case = null, filed_type = null, ground = excluded.ground, rules = excluded.rules, acted = excluded.acted,
                    error_rate = excluded.error_rate, reason = excluded.reason
                """)
                .param("document", document.value())
                .param("at", Values.time(Values.now(clock)))
                .param("model", model.version())
                .param("threshold", model.threshold())
                .param("candidates", Values.storable(Json.write(candidates)))
                .param("best", best == null ? null : best.caseId().value())
                .param("probability", best == null ? 0 : best.probability())
                .param("alone", grounds.reason() == null)
                .param("ground", Values.storable(Json.write(grounds.ground())))
                .param("rules", grounds.rules())
                .param("acted", Values.array(grounds.acted()))
                .param("rate", grounds.errorRate())
                .param("reason", Values.storableOrNull(grounds.reason()))
                .update();
    }

    public Optional<Decision> of(DocumentId document) {
        return sql.sql("select * from filing_decision where document_id = :document")
                .param("document", document.value())
                .query(FilingDecisions::decision)
                .optional();
    }

    /**
     * The last decisions whose outcome is known: decided by a person, or filed alone. Newest first. Of documents whose pages
     * are in others nothing is learned: these may belong elsewhere.
     */
    public List<Decision> known(int most) {
        return sql.sql("""
                select * from filing_decision k where (alone or decided_case is not null)
                  and not exists (select from document d where d.id = k.document_id and d.state = 'DIVIDED')
                order by at desc limit :most
                """).param("most", most).query(FilingDecisions::decision).list();
    }

    private static Decision decision(ResultSet row, int index) throws SQLException {
        java.util.UUID decided = Values.idOrNull(row, "decided_case");
        return new Decision(
                new DocumentId(Values.id(row, "document_id")),
                Values.moment(row, "at"),
                row.getInt("model"),
                row.getObject("threshold", Double.class),
                Json.read(row.getString("candidates"), WEIGHED),
                row.getBoolean("alone"),
                decided == null ? null : new CaseId(decided),
                row.getBoolean("taken_back"),
                Values.momentOrNull(row, "decided_at"),
                grounds(row));
    }

    private static @Nullable Grounds grounds(ResultSet row) throws SQLException {
        String ground = row.getString("ground");
        return ground == null
                ? null
                : new Grounds(
                        Json.read(ground, GROUND),
                        row.getInt("rules"),
                        Values.texts(row, "acted"),
                        row.getDouble("error_rate"),
                        row.getString("reason"));
    }

    /** The last decisions about documents that are still there, newest first. */
    public List<Decision> last(int most) {
        return sql.sql("""
                select f.* from filing_decision f
                where exists (select from document d where d.id = f.document_id and d.trashed_at is null)
                order by f.at desc limit :most
                """).param("most", most).query(FilingDecisions::decision).list();
    }

    /** One step in which a document was filed, taken back, or what was done undone. */
    public record Step(Instant at, Action action, String by, boolean byPerson) {}

    /** The last steps of filing a document, oldest first; at most {@value #STEPS}. Whoever asks sees the document. */
    public List<Step> steps(DocumentId document) {
        return sql.sql("""
                select * from (
                    select seq, at, action, actor, actor_user from journal
                    where document_id = :document and action = any(:actions) order by seq desc limit :most) last
                order by seq
                """)
                .param("document", document.value())
                .param("actions", Values.array(STEPS_OF_FILING))
                .param("most", STEPS)
                .query((row, index) -> new Step(
                        Values.moment(row, "at"),
                        Action.valueOf(row.getString("action")),
                        row.getString("actor"),
                        Values.idOrNull(row, "actor_user") != null))
                .list();
    }

    /** The weights as fitted last. */
    public Optional<FilingModel> model() {
        return sql.sql("select * from filing_model order by version desc limit 1")
                .query((row, index) -> new FilingModel(
                        row.getInt("version"),
                        Json.read(row.getString("weights"), WEIGHTS),
                        row.getObject("threshold", Double.class),
                        row.getInt("decisions"),
                        Values.moment(row, "fitted_at"),
                        row.getObject("error_rate", Double.class)))
                .optional();
    }

    /** How many documents persons have decided about since; counts no further than {@code enough}. */
    public int decidedSince(@Nullable Instant moment, int enough) {
        return sql.sql("""
                select count(*) from (select from filing_decision where decided_at > :moment limit :enough) few
                """)
                .param("moment", Values.time(moment == null ? Instant.EPOCH : moment))
                .param("enough", enough)
                .query(Integer.class)
                .single();
    }

    /** Whether this transaction may fit the weights; false where another one does. */
    public boolean mayFit() {
        return sql.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", FITTING)
                .query(Boolean.class)
                .single();
    }

    /** Keeps new weights; earlier ones stay, so that what was decided by them can be explained. */
    public void keep(FilingModel model) {
        sql.sql("""
                insert into filing_model (version, weights, threshold, decisions, fitted_at, error_rate)
                values (:version, cast(:weights as jsonb), :threshold, :decisions, :at, :rate)
                """)
                .param("version", model.version())
                .param("weights", Json.write(model.weights()))
                .param("threshold", model.threshold())
                .param("decisions", model.decisions())
                .param("at", Values.time(model.fittedAt()))
                .param("rate", model.errorRate())
                .update();
    }
}
