package io.liasse.caseapi.casework.task;

import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.web.EntityTags;
import io.liasse.caseapi.web.IdempotentPosts;
import io.liasse.caseapi.web.Listing;
import io.liasse.caseapi.web.Paging;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.calendar.WorkingDays;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import io.liasse.store.task.NewTask;
import io.liasse.store.task.Task;
import io.liasse.store.task.TaskId;
import io.liasse.store.task.TaskState;
import io.liasse.store.task.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/tasks} and {@code /api/v1/cases/{reference}/tasks}: what is to be done, by whom and by when. */
@RestController
@RequestMapping("/api/v1")
final class TaskController {
    private final CaseNaming naming;
    private final Tasks tasks;
    private final WorkingDays days;
    private final IdempotentPosts posts;
    private final Clock clock;

    TaskController(CaseNaming naming, Tasks tasks, WorkingDays days, IdempotentPosts posts, Clock clock) {
        this.naming = naming;
        this.tasks = tasks;
        this.days = days;
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * A task; {@code assignee} is the id of a user, a user name or {@code me}. It is due on a day, or in a number of working
     * days from today.
     */
    record TaskIn(
            @Nullable String what,
            @Nullable String note,
            @Nullable String assignee,
            @Nullable LocalDate dueOn,
            @Nullable Integer inWorkingDays,
            @Nullable UUID document) {}

    /** How a task ended: DONE, also when it is absent, or DROPPED. */
    record EndingIn(@Nullable TaskState state, @Nullable String outcome) {}

    /** A post as it is compared when it is repeated. */
    private record Request(String reference, TaskIn task) {}

    @Operation(
            summary = "Open tasks in the cases one may see",
            description = "By the day they are due, those without one last.")
    @GetMapping("/tasks")
    Listing<TaskJson> list(
            @Parameter(description = "me, nobody or all; usually me") @RequestParam(required = false) @Nullable
                    String of,
            Paging paging,
            Viewer viewer) {
        return Listing.of(tasks.page(Whose.of(of).query(viewer), viewer, paging.request()), this::json);
    }

    @Operation(
            summary = "The tasks of a case",
            description = "Open ones by the day they are due, then those that ended last.")
    @GetMapping("/cases/{reference}/tasks")
    Listing<TaskJson> ofCase(@PathVariable String reference, Viewer viewer) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        List<Task> all = Stream.concat(tasks.open(caseId, viewer).stream(), tasks.ended(caseId, viewer).stream())
                .toList();
        return Listing.whole(all, this::json);
    }

    @Operation(summary = "Adds a task to a case")
    @PostMapping("/cases/{reference}/tasks")
    ResponseEntity<?> add(
            @PathVariable String reference,
            @RequestBody TaskIn task,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Viewer viewer) {
        return posts.once(viewer, key, new Request(reference, task), () -> {
            CaseId caseId = naming.caseNamed(reference, viewer).id();
            Task added = tasks.add(caseId, task(task, viewer), viewer);
            return answer(
                    ResponseEntity.created(URI.create("/api/v1/cases/" + reference + "/tasks/" + added.id())), added);
        });
    }

    private NewTask task(TaskIn task, Viewer viewer) {
        if (task.what() == null) {
            throw new InvalidInput("what", "is missing");
        }
        UserId assignee = task.assignee() == null
                ? null
                : naming.userNamed("assignee", task.assignee(), viewer).id();
        return new NewTask(
                task.what(),
                task.note(),
                assignee,
                due(task),
                task.document() == null ? null : new DocumentId(task.document()));
    }

    private @Nullable LocalDate due(TaskIn task) {
        if (task.inWorkingDays() == null) {
            return task.dueOn();
        }
        if (task.dueOn() != null) {
            throw new InvalidInput("inWorkingDays", "is said beside dueOn");
        }
        return days.after(LocalDate.now(clock), task.inWorkingDays());
    }

    @Operation(summary = "A task")
    @GetMapping("/cases/{reference}/tasks/{id}")
    ResponseEntity<TaskJson> get(@PathVariable String reference, @PathVariable TaskId id, Viewer viewer) {
        return answer(
                ResponseEntity.ok(),
                tasks.get(naming.caseNamed(reference, viewer).id(), id, viewer));
    }

    @Operation(
            summary = "Says an open task anew, or hands it to somebody else",
            description = "If-Match states the version the caller knows. What is absent is taken away.")
    @PutMapping("/cases/{reference}/tasks/{id}")
    ResponseEntity<TaskJson> change(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestBody TaskIn task,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) -> tasks.change(caseId, id, task(task, viewer), version, viewer));
    }

    @Operation(summary = "Takes a task that is nobody's", description = "412 when a colleague was first.")
    @PostMapping("/cases/{reference}/tasks/{id}/take")
    ResponseEntity<TaskJson> take(@PathVariable String reference, @PathVariable TaskId id, Viewer viewer) {
        return answer(
                ResponseEntity.ok(),
                tasks.take(naming.caseNamed(reference, viewer).id(), id, viewer));
    }

    @Operation(summary = "Says that an open task is done, or need not be done any longer")
    @PostMapping("/cases/{reference}/tasks/{id}/end")
    ResponseEntity<TaskJson> end(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestBody EndingIn ending,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        TaskState state = ending.state() == null ? TaskState.DONE : ending.state();
        return moved(
                reference,
                id,
                ifMatch,
                viewer,
                (caseId, version) -> tasks.end(caseId, id, state, ending.outcome(), version, viewer));
    }

    @Operation(summary = "Takes back that a task ended")
    @PostMapping("/cases/{reference}/tasks/{id}/reopen")
    ResponseEntity<TaskJson> reopen(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Viewer viewer) {
        return moved(reference, id, ifMatch, viewer, (caseId, version) -> tasks.reopen(caseId, id, version, viewer));
    }

    /** A change of a task at the version that the caller knows. */
    private interface Move {
        Task to(CaseId caseId, long version);
    }

    private ResponseEntity<TaskJson> moved(
            String reference, TaskId id, @Nullable String ifMatch, Viewer viewer, Move move) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        long version =
                EntityTags.required(ifMatch, tasks.get(caseId, id, viewer).version());
        return answer(ResponseEntity.ok(), move.to(caseId, version));
    }

    private ResponseEntity<TaskJson> answer(ResponseEntity.BodyBuilder answer, Task task) {
        return answer.eTag(EntityTags.of(task.version())).body(json(task));
    }

    private TaskJson json(Task task) {
        return TaskJson.of(task, LocalDate.now(clock));
    }
}
