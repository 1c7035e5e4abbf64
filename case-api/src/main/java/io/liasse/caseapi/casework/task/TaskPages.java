package io.liasse.caseapi.casework.task;

import io.liasse.caseapi.cases.CaseHead;
import io.liasse.caseapi.cases.CaseHeads;
import io.liasse.caseapi.cases.CaseNaming;
import io.liasse.caseapi.cases.OfferedDocuments;
import io.liasse.caseapi.web.Flash;
import io.liasse.caseapi.web.Forms;
import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.User;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Users;
import io.liasse.store.access.Viewer;
import io.liasse.store.calendar.WorkingDays;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import io.liasse.store.task.NewTask;
import io.liasse.store.task.Task;
import io.liasse.store.task.TaskId;
import io.liasse.store.task.TaskState;
import io.liasse.store.task.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tasks over all cases and those of one: said, taken, handed on, done, dropped, and that taken back. */
@Controller
final class TaskPages {
    private final CaseHeads heads;
    private final CaseNaming naming;
    private final Tasks tasks;
    private final Users users;
    private final OfferedDocuments offered;
    private final WorkingDays days;
    private final AccessPolicy policy;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters")
    TaskPages(
            CaseHeads heads,
            CaseNaming naming,
            Tasks tasks,
            Users users,
            OfferedDocuments offered,
            WorkingDays days,
            AccessPolicy policy,
            Clock clock) {
        this.heads = heads;
        this.naming = naming;
        this.tasks = tasks;
        this.users = users;
        this.offered = offered;
        this.days = days;
        this.policy = policy;
        this.clock = clock;
    }

    @InitBinder
    void emptyMeansNothing(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping("/tasks")
    String all(
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String cursor,
            Viewer viewer,
            Model model) {
        Whose whose = Whose.of(of);
        Page<Task> page = tasks.page(whose.query(viewer), viewer, new PageRequest(PageRequest.USUAL, cursor));
        model.addAttribute("whose", whose);
        model.addAttribute("tasks", page.items());
        model.addAttribute("writable", writable(page.items(), viewer));
        model.addAttribute("next", page.next());
        model.addAttribute("today", LocalDate.now(clock));
        return "casework/tasks";
    }

    /** The cases of these tasks in which the viewer may say that something is done. */
    private Set<CaseId> writable(List<Task> listed, Viewer viewer) {
        Set<CaseId> of = listed.stream().map(Task::caseId).collect(Collectors.toSet());
        return policy.having(CaseRight.WRITE, viewer, of);
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks")
    String ofCase(@PathVariable String reference, @ModelAttribute("form") TaskForm form, Viewer viewer, Model model) {
        return show(heads.of(reference, viewer), null, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks")
    String add(
            @PathVariable String reference,
            @ModelAttribute("form") @Nullable TaskForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        TaskForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        form.check(errors);
        if (!errors.hasErrors() && accepted(() -> tasks.add(head.file().id(), task(form, viewer), viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("task.added"));
            return "redirect:" + head.path() + "/tasks";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, null, viewer, model);
    }

    @GetMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks/{id}")
    String one(@PathVariable String reference, @PathVariable TaskId id, Viewer viewer, Model model) {
        CaseHead head = heads.of(reference, viewer);
        Task task = tasks.get(head.file().id(), id, viewer);
        Task.Assignee assignee = task.assignee();
        String username = assignee == null
                ? null
                : users.find(assignee.id()).map(User::username).orElse(null);
        model.addAttribute("form", TaskForm.of(task, username));
        return show(head, task, viewer, model);
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks/{id}")
    String change(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @ModelAttribute("form") @Nullable TaskForm entered,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        TaskForm form = Forms.readable(entered);
        CaseHead head = writable(reference, viewer);
        CaseId caseId = head.file().id();
        Task known = tasks.get(caseId, id, viewer);
        long version = form.version() == null ? known.version() : form.version();
        form.check(errors);
        if (!errors.hasErrors()
                && accepted(() -> tasks.change(caseId, id, task(form, viewer), version, viewer), errors)) {
            after.addFlashAttribute("flash", Flash.done("task.changed"));
            return "redirect:" + head.path() + "/tasks";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(head, known, viewer, model);
    }

    private NewTask task(TaskForm form, Viewer viewer) {
        UserId assignee = form.manager() == null
                ? null
                : naming.userNamed("manager", form.manager(), viewer).id();
        Integer count = form.count();
        LocalDate due = count == null ? form.day() : days.after(LocalDate.now(clock), count);
        return new NewTask(
                Objects.toString(form.what(), ""),
                form.note(),
                assignee,
                due,
                form.document() == null ? null : new DocumentId(form.document()));
    }

    private static boolean accepted(Runnable store, BindingResult errors) {
        try {
            store.run();
            return true;
        } catch (InvalidInput problem) {
            String field = field(problem);
            errors.rejectValue(field, "task.problem." + field);
        } catch (Conflict problem) {
            errors.reject(problem.stale() ? "task.problem.stale" : "task.problem.state");
        }
        return false;
    }

    /** The field of the form at which a problem is shown. */
    private static String field(InvalidInput problem) {
        return switch (problem.field()) {
            case "assignee", "manager" -> "manager";
            case "inWorkingDays" -> "workingDays";
            case "note" -> "note";
            case "dueOn" -> "dueOn";
            case "document" -> "document";
            default -> "what";
        };
    }

    private CaseHead writable(String reference, Viewer viewer) {
        CaseHead head = heads.of(reference, viewer);
        if (!head.mayWrite()) {
            throw new NotAllowed("change the tasks of the case");
        }
        return head;
    }

    private String show(CaseHead head, @Nullable Task task, Viewer viewer, Model model) {
        CaseId caseId = head.file().id();
        model.addAttribute("head", head);
        model.addAttribute("task", task);
        model.addAttribute("me", viewer.user());
        model.addAttribute("open", tasks.open(caseId, viewer));
        model.addAttribute("ended", tasks.ended(caseId, viewer));
        model.addAttribute("offered", offered.of(caseId, viewer));
        model.addAttribute("today", LocalDate.now(clock));
        return "casework/case-tasks";
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks/{id}/take")
    String take(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestParam(required = false) @Nullable String back,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(reference, back, "task.taken", after, () -> tasks.take(caseId, id, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks/{id}/done")
    String done(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String back,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(
                reference,
                back,
                "task.done",
                after,
                () -> tasks.end(caseId, id, TaskState.DONE, outcome, version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks/{id}/drop")
    String drop(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(
                reference,
                null,
                "task.dropped",
                after,
                () -> tasks.end(caseId, id, TaskState.DROPPED, outcome, version, viewer));
    }

    @PostMapping("/cases/{reference:\\d{4}-\\d{6}-\\d}/tasks/{id}/reopen")
    String reopen(
            @PathVariable String reference,
            @PathVariable TaskId id,
            @RequestParam long version,
            Viewer viewer,
            RedirectAttributes after) {
        CaseId caseId = naming.caseNamed(reference, viewer).id();
        return moved(reference, null, "task.reopened", after, () -> tasks.reopen(caseId, id, version, viewer));
    }

    /** {@code back}: whose list it was said in; null for the case. */
    private static String moved(
            String reference, @Nullable String back, String done, RedirectAttributes after, Supplier<Task> change) {
        String page = "/cases/" + reference + "/tasks";
        try {
            Task now = change.get();
            Flash flash = Flash.done(done);
            Map<String, String> known = Map.of("version", Long.toString(now.version()));
            after.addFlashAttribute(
                    "flash", now.open() ? flash : flash.undoneBy(page + "/" + now.id() + "/reopen", known));
        } catch (Conflict problem) {
            after.addFlashAttribute(
                    "flash", Flash.failed(problem.stale() ? "task.problem.stale" : "task.problem.state"));
        } catch (InvalidInput problem) {
            after.addFlashAttribute("flash", Flash.failed("task.problem.outcome"));
        }
        return "redirect:"
                + (back == null ? page : "/tasks?of=" + Whose.of(back).key());
    }
}
