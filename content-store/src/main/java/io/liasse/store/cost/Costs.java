package io.liasse.store.cost;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Time spent on cases, expenses and budgets. Seen by who sees the case; said, changed and taken out by who may change it
 * while it is open, each step in its journal. What is taken out stays and can be put back. Thread-safe.
 */
@Component
@EnableConfigurationProperties(CostSettings.class)
public class Costs {
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private static final String SELECT = """
            select e.id, e.what, e.spent_on, e.minutes, e.per_hour, e.amount, e.document_id, b.display_name as creator,
                   e.created_at, r.display_name as remover, e.version
            from cost_entry e join users b on b.id = e.created_by left join users r on r.id = e.removed_by
            """;

    private final JdbcClient sql;
    private final CaseWork work;
    private final Journal journal;
    private final CostSettings settings;
    private final Clock clock;

    Costs(JdbcClient sql, CaseWork work, Journal journal, CostSettings settings, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    public Currency currency() {
        return settings.currency();
    }

    /** What an hour usually costs. */
    public Optional<BigDecimal> rate() {
        return Optional.ofNullable(settings.rate());
    }

    /** The latest days first, also what was taken out. */
    public Page<CostEntry> page(CaseId caseId, Viewer viewer, PageRequest page) {
        work.require(CaseRight.READ, viewer, caseId);
        Select select = Select.from(SELECT).where("e.case_id = :case", "case", caseId.value());
        if (page.cursor() != null) {
            Cursor cursor = Cursor.parse(page.cursor());
            select.where("(e.spent_on, e.id) < (:day, :last)")
                    .with("day", cursor.day(0))
                    .with("last", cursor.id(1));
        }
        List<CostEntry> rows = select.then("order by e.spent_on desc, e.id desc")
                .limit(page.limit() + 1)
                .list(sql, Costs::entry);
        return Cursor.page(rows, page, each -> Cursor.of(each.spentOn(), each.id()));
    }

    public CostTotals totals(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return sql.sql("""
                select coalesce(sum(e.minutes), 0) as minutes,
                       coalesce(sum(e.amount) filter (where e.minutes is not null), 0) as time,
                       coalesce(sum(e.amount) filter (where e.minutes is null), 0) as expenses,
                       (select c.budget from case_file c where c.id = :case) as budget
                from cost_entry e where e.case_id = :case and e.removed_at is null
                """)
                .param("case", caseId.value())
                .query((row, index) -> new CostTotals(
                        settings.currency(),
                        row.getLong("minutes"),
                        row.getBigDecimal("time"),
                        row.getBigDecimal("expenses"),
                        row.getBigDecimal("budget")))
                .single();
    }

    /** {@code NotFound} in another case. */
    public CostEntry get(CaseId caseId, CostEntryId id, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return current(caseId, id);
    }

    private CostEntry current(CaseId caseId, CostEntryId id) {
        return sql.sql(SELECT + "where e.case_id = :case and e.id = :id")
                .param("case", caseId.value())
                .param("id", id.value())
                .query(Costs::entry)
                .optional()
                .orElseThrow(() -> new NotFound("entry"));
    }

    private static CostEntry entry(ResultSet row, int index) throws SQLException {
        UUID document = Values.idOrNull(row, "document_id");
        return new CostEntry(
                new CostEntryId(Values.id(row, "id")),
                row.getString("what"),
                row.getObject("spent_on", LocalDate.class),
                row.getObject("minutes", Integer.class),
                row.getBigDecimal("per_hour"),
                row.getBigDecimal("amount"),
                document == null ? null : new DocumentId(document),
                row.getString("creator"),
                Values.moment(row, "created_at"),
                row.getString("remover"),
                row.getLong("version"));
    }

    /** Needs WRITE on an open case. */
    public CostEntry add(CaseId caseId, NewCostEntry entry, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            UUID id = sql.sql("""
                    insert into cost_entry (case_id, what, spent_on, minutes, per_hour, amount, document_id, created_by,
                                            created_at)
                    values (:case, :what, :day, :minutes, :rate, :amount, :document, :by, :now) returning id
                    """)
                    .param("case", caseId.value())
                    .params(columns(caseId, entry, by))
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .query(UUID.class)
                    .single();
            return noted(Action.COST_ADDED, caseId, new CostEntryId(id), by);
        });
    }

    private Map<String, @Nullable Object> columns(CaseId caseId, NewCostEntry entry, Viewer by) {
        DocumentId document = entry.document();
        if (document != null && !work.holds(caseId, document, by)) {
            throw new InvalidInput("document", "is not filed in this case");
        }
        BigDecimal rate = entry.minutes() == null ? null : rate(entry);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("what", Values.storable(entry.what()));
        columns.put("day", entry.spentOn());
        columns.put("minutes", entry.minutes());
        columns.put("rate", rate);
        columns.put("amount", rate == null ? entry.amount() : cost(entry, rate));
        columns.put("document", document == null ? null : document.value());
        return columns;
    }

    private BigDecimal rate(NewCostEntry entry) {
        BigDecimal said = entry.perHour();
        if (said != null) {
            return said;
        }
        return rate().map(usual -> NewCostEntry.money("perHour", usual))
                .orElseThrow(() -> new InvalidInput("perHour", "is missing"));
    }

    private static BigDecimal cost(NewCostEntry entry, BigDecimal rate) {
        BigDecimal minutes = BigDecimal.valueOf(entry.minutes() == null ? 0 : entry.minutes());
        return rate.multiply(minutes).divide(MINUTES, 2, RoundingMode.HALF_EVEN);
    }

    /** Needs WRITE on an open case. */
    public CostEntry change(CaseId caseId, CostEntryId id, NewCostEntry entry, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireCounts(current(caseId, id), version);
            sql.sql("""
                    update cost_entry set what = :what, spent_on = :day, minutes = :minutes, per_hour = :rate,
                        amount = :amount, document_id = :document, version = version + 1
                    where id = :id
                    """)
                    .params(columns(caseId, entry, by))
                    .param("id", id.value())
                    .update();
            return noted(Action.COST_CHANGED, caseId, id, by);
        });
    }

    /** It no longer counts. Needs WRITE on an open case. */
    public CostEntry remove(CaseId caseId, CostEntryId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireCounts(current(caseId, id), version);
            sql.sql("update cost_entry set removed_by = :by, removed_at = :now, version = version + 1 where id = :id")
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .param("id", id.value())
                    .update();
            return noted(Action.COST_REMOVED, caseId, id, by);
        });
    }

    /** It counts again. Needs WRITE on an open case. */
    public CostEntry restore(CaseId caseId, CostEntryId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            CostEntry known = current(caseId, id);
            requireVersion(known, version);
            if (known.counts()) {
                throw Conflict.state("the entry counts");
            }
            sql.sql("update cost_entry set removed_by = null, removed_at = null, version = version + 1 where id = :id")
                    .param("id", id.value())
                    .update();
            return noted(Action.COST_RESTORED, caseId, id, by);
        });
    }

    /** What the case may cost; null: nobody says. Needs WRITE on an open case. */
    public CostTotals budget(CaseId caseId, @Nullable BigDecimal budget, Viewer by) {
        BigDecimal sum = budget == null ? null : NewCostEntry.money("budget", budget);
        return work.inOpenCase(caseId, by, () -> {
            sql.sql("update case_file set budget = :budget where id = :case")
                    .param("budget", sum)
                    .param("case", caseId.value())
                    .update();
            Map<String, String> details = sum == null ? Map.of() : Map.of("budget", money(sum));
            journal.append(
                    NewEntry.of(Action.BUDGET_SET, Actor.of(by)).in(caseId).with(details));
            return totals(caseId, by);
        });
    }

    private static void requireCounts(CostEntry known, long version) {
        requireVersion(known, version);
        if (!known.counts()) {
            throw Conflict.state("the entry was taken out");
        }
    }

    private static void requireVersion(CostEntry known, long version) {
        if (known.version() != version) {
            throw Conflict.stale("the entry");
        }
    }

    private CostEntry noted(Action action, CaseId caseId, CostEntryId id, Viewer by) {
        CostEntry after = current(caseId, id);
        journal.append(NewEntry.of(action, Actor.of(by))
                .in(caseId)
                .with(Map.of("cost", after.what(), "amount", money(after.amount()))));
        return after;
    }

    private String money(BigDecimal sum) {
        return settings.currency().getCurrencyCode() + " " + sum.toPlainString();
    }
}
