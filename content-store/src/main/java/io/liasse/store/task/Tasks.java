package io.liasse.store.task;

import io.liasse.store.Conflict;
import io.liasse.store.Entries;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.casefile.CaseWork;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people have to do in cases. Seen by who sees the case; said, taken, handed on and ended by who may change it while it
 * is open, each step in its journal. Thread-safe.
 */
@Component
public class Tasks {
    /** So many open tasks in one case at most. */
    public static final int MOST = 500;

    /** So many ended tasks of a case are listed, the last ended first. */
    public static final int ENDED_SHOWN = 100;

    private static final String COLUMNS = """
            select t.id, t.case_id, c.year, c.number, c.title, t.what, t.note, t.assignee, a.display_name as assignee_name,
                   t.due_on, t.document_id, t.state, t.outcome, b.display_name as creator, t.created_at,
                   e.display_name as ender, t.ended_at, t.version
            """;

    private static final String JOINS = """
            join users b on b.id = t.created_by left join users a on a.id = t.assignee left join users e on e.id = t.ended_by
            """;

    private static final String SELECT = COLUMNS + "from task t join case_file c on c.id = t.case_id " + JOINS;

    private static final String BY_DAY = "order by coalesce(t.due_on, 'infinity'), t.id";

    /** How the day of a task without one stands in a cursor. */
    private static final String NO_DAY = "infinity";

    private final JdbcClient sql;
    private final CaseWork work;
    private final AccessPolicy policy;
    private final Users users;
    private final Journal journal;
    private final Clock clock;

    Tasks(JdbcClient sql, CaseWork work, AccessPolicy policy, Users users, Journal journal, Clock clock) {
        this.sql = sql;
        this.work = work;
        this.policy = policy;
        this.users = users;
        this.journal = journal;
        this.clock = clock;
    }

    /** Open tasks in cases that the viewer sees, by the day they are due, those without one last. */
    public Page<Task> page(TaskQuery query, Viewer viewer, PageRequest page) {
        Select select = Select.from(COLUMNS + "from task t join "
                        + policy.sightOf(viewer).cases() + " c on c.id = t.case_id " + JOINS)
                .with("viewer", viewer.user().value())
                .where("t.state = 'OPEN'")
                .where(
                        "t.assignee = :assignee",
                        "assignee",
                        query.assignee() == null ? null : query.assignee().value());
        if (query.nobodys()) {
            select.where("t.assignee is null");
        }
        if (page.cursor() != null) {
            Cursor cursor = Cursor.parse(page.cursor());
            select.where("(coalesce(t.due_on, 'infinity'), t.id) > (cast(:day as date), :last)")
                    .with("day", day(cursor))
                    .with("last", cursor.id(1));
        }
        List<Task> rows = select.then(BY_DAY).limit(page.limit() + 1).list(sql, Tasks::task);
        return Cursor.page(rows, page, each -> Cursor.of(Objects.requireNonNullElse(each.dueOn(), NO_DAY), each.id()));
    }

    private static String day(Cursor cursor) {
        return cursor.text(0).equals(NO_DAY) ? NO_DAY : cursor.day(0).toString();
    }

    /** The open ones of a case, by the day they are due. */
    public List<Task> open(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return sql.sql(SELECT + "where t.case_id = :case and t.state = 'OPEN' " + BY_DAY)
                .param("case", caseId.value())
                .query(Tasks::task)
                .list();
    }

    /** Those of a case that ended, the last first, at most {@value #ENDED_SHOWN}. */
    public List<Task> ended(CaseId caseId, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return sql.sql(SELECT + "where t.case_id = :case and t.state <> 'OPEN' order by t.ended_at desc, t.id limit "
                        + ENDED_SHOWN)
                .param("case", caseId.value())
                .query(Tasks::task)
                .list();
    }

    /** {@code NotFound} in another case. */
    public Task get(CaseId caseId, TaskId id, Viewer viewer) {
        work.require(CaseRight.READ, viewer, caseId);
        return current(caseId, id);
    }

    private Task current(CaseId caseId, TaskId id) {
        return sql.sql(SELECT + "where t.case_id = :case and t.id = :id")
                .param("case", caseId.value())
                .param("id", id.value())
                .query(Tasks::task)
                .optional()
                .orElseThrow(() -> new NotFound("task"));
    }

    private static Task task(ResultSet row, int index) throws SQLException {
        UUID assignee = Values.idOrNull(row, "assignee");
        UUID document = Values.idOrNull(row, "document_id");
        TaskState state = TaskState.valueOf(row.getString("state"));
        return new Task(
                new TaskId(Values.id(row, "id")),
                new CaseId(Values.id(row, "case_id")),
                new CaseReference(row.getInt("year"), row.getInt("number")),
                row.getString("title"),
                row.getString("what"),
                row.getString("note"),
                assignee == null ? null : new Task.Assignee(new UserId(assignee), row.getString("assignee_name")),
                row.getObject("due_on", LocalDate.class),
                document == null ? null : new DocumentId(document),
                state,
                row.getString("creator"),
                Values.moment(row, "created_at"),
                state == TaskState.OPEN
                        ? null
                        : new Task.Ending(
                                row.getString("outcome"), row.getString("ender"), Values.moment(row, "ended_at")),
                row.getLong("version"));
    }

    /** Needs WRITE on an open case. */
    public Task add(CaseId caseId, NewTask task, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            check(caseId, task, by);
            requireRoom(caseId);
            UUID id = sql.sql("""
                    insert into task (case_id, what, note, assignee, due_on, document_id, created_by, created_at)
                    values (:case, :what, :note, :assignee, :due, :document, :by, :now) returning id
                    """)
                    .param("case", caseId.value())
                    .params(columns(task))
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .query(UUID.class)
                    .single();
            return noted(Action.TASK_ADDED, caseId, new TaskId(id), by);
        });
    }

    private void check(CaseId caseId, NewTask task, Viewer by) {
        if (task.assignee() != null) {
            requireSees(task.assignee(), caseId);
        }
        DocumentId document = task.document();
        if (document != null && !work.holds(caseId, document, by) && !handedInFor(caseId, document, by)) {
            throw new InvalidInput("document", "is not filed in this case");
        }
    }

    private void requireSees(UserId assignee, CaseId caseId) {
        boolean sees = users.find(assignee)
                .filter(User::enabled)
                .flatMap(user -> policy.rightOn(user.viewer(), caseId))
                .isPresent();
        if (!sees) {
            throw new InvalidInput("assignee", "is nobody who may see the case");
        }
    }

    /** And not filed anywhere yet. */
    private boolean handedInFor(CaseId caseId, DocumentId document, Viewer by) {
        boolean handedIn = sql.sql("""
                select exists (select from document d
                               where d.id = :document and d.case_id is null and d.wished_case = :reference
                                 and d.trashed_at is null and d.state <> 'DIVIDED')
                """)
                .param("document", document.value())
                .param("reference", reference(caseId).toString())
                .query(Boolean.class)
                .single();
        return handedIn && policy.maySee(by, document);
    }

    private CaseReference reference(CaseId caseId) {
        return sql.sql("select year, number from case_file where id = :case")
                .param("case", caseId.value())
                .query((row, index) -> new CaseReference(row.getInt("year"), row.getInt("number")))
                .single();
    }

    private void requireRoom(CaseId caseId) {
        int open = sql.sql("select count(*) from task where case_id = :case and state = 'OPEN'")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (open >= MOST) {
            throw Conflict.state("a case has at most " + MOST + " open tasks");
        }
    }

    private static Map<String, @Nullable Object> columns(NewTask task) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("what", Values.storable(task.what()));
        columns.put("note", Values.storableOrNull(task.note()));
        columns.put("assignee", task.assignee() == null ? null : task.assignee().value());
        columns.put("due", task.dueOn());
        columns.put("document", task.document() == null ? null : task.document().value());
        return columns;
    }

    /** Says an open task otherwise, or hands it to somebody else. Needs WRITE on an open case. */
    public Task change(CaseId caseId, TaskId id, NewTask task, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            requireOpen(current(caseId, id), version);
            check(caseId, task, by);
            sql.sql("""
                    update task set what = :what, note = :note, assignee = :assignee, due_on = :due,
                        document_id = :document, version = version + 1
                    where id = :id
                    """).params(columns(task)).param("id", id.value()).update();
            return noted(Action.TASK_CHANGED, caseId, id, by);
        });
    }

    /** Nobody's task becomes one's own; {@code Conflict} when a colleague was first. Needs WRITE on an open case. */
    public Task take(CaseId caseId, TaskId id, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            Task known = current(caseId, id);
            requireOpen(known, known.version());
            if (known.assignee() != null && !known.of(by.user())) {
                throw Conflict.stale("the task");
            }
            sql.sql("update task set assignee = :by, version = version + 1 where id = :id")
                    .param("by", by.user().value())
                    .param("id", id.value())
                    .update();
            return noted(Action.TASK_TAKEN, caseId, id, by);
        });
    }

    /** {@code state} DONE or DROPPED, with what came of it or why. Needs WRITE on an open case. */
    public Task end(CaseId caseId, TaskId id, TaskState state, @Nullable String outcome, long version, Viewer by) {
        if (state == TaskState.OPEN) {
            throw new InvalidInput("state", "is not an end");
        }
        String text = Entries.allowed("outcome", outcome, NewTask.LONGEST_TEXT);
        return work.inOpenCase(caseId, by, () -> {
            requireOpen(current(caseId, id), version);
            sql.sql("""
                    update task set state = :state, outcome = :outcome, ended_by = :by, ended_at = :now,
                        version = version + 1
                    where id = :id
                    """)
                    .param("state", state.name())
                    .param("outcome", Values.storableOrNull(text))
                    .param("by", by.user().value())
                    .param("now", Values.time(Values.now(clock)))
                    .param("id", id.value())
                    .update();
            return noted(state == TaskState.DONE ? Action.TASK_DONE : Action.TASK_DROPPED, caseId, id, by);
        });
    }

    /** Takes back that it ended. Needs WRITE on an open case. */
    public Task reopen(CaseId caseId, TaskId id, long version, Viewer by) {
        return work.inOpenCase(caseId, by, () -> {
            Task known = current(caseId, id);
            requireVersion(known, version);
            if (known.open()) {
                throw Conflict.state("the task is open");
            }
            sql.sql("""
                    update task set state = 'OPEN', outcome = null, ended_by = null, ended_at = null, version = version + 1
                    where id = :id
                    """).param("id", id.value()).update();
            return noted(Action.TASK_REOPENED, caseId, id, by);
        });
    }

    private static void requireOpen(Task known, long version) {
        requireVersion(known, version);
        if (!known.open()) {
            throw Conflict.state("the task has ended");
        }
    }

    private static void requireVersion(Task known, long version) {
        if (known.version() != version) {
            throw Conflict.stale("the task");
        }
    }

    private Task noted(Action action, CaseId caseId, TaskId id, Viewer by) {
        Task after = current(caseId, id);
        Map<String, String> details = new HashMap<>(Map.of("task", after.what()));
        if (after.assignee() != null) {
            details.put("user", after.assignee().id().toString());
        }
        journal.append(NewEntry.of(action, Actor.of(by)).in(caseId).with(details));
        return after;
    }
}
