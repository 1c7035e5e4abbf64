package io.liasse.store.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseChange;
import io.liasse.store.casefile.CaseFile;
import io.liasse.store.casefile.CaseFiles;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.casefile.NewCase;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Wishes;
import io.liasse.store.journal.Action;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final Stores stores = Stores.fresh();
    private final Tasks tasks = stores.bean(Tasks.class);
    private final CaseFiles cases = stores.bean(CaseFiles.class);
    private final Viewer manager = stores.user(Role.CASE_MANAGER);
    private final Viewer colleague = stores.user(Role.CASE_MANAGER);
    private final Viewer supervisor = stores.user(Role.SUPERVISOR);
    private final Viewer officer = stores.user(Role.RECORDS_OFFICER);
    private final Viewer clerk = stores.user(Role.CLERK);
    private final CaseFile file = stores.given().openCase("Case", manager);

    @AfterEach
    void close() {
        stores.close();
    }

    private static NewTask task(String what, @Nullable Viewer assignee, @Nullable String dueOn) {
        return new NewTask(
                what,
                null,
                assignee == null ? null : assignee.user(),
                dueOn == null ? null : LocalDate.parse(dueOn),
                null);
    }

    private Task add(String what, @Nullable Viewer assignee, @Nullable String dueOn) {
        return tasks.add(file.id(), task(what, assignee, dueOn), manager);
    }

    private List<String> all(TaskQuery query, Viewer viewer) {
        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            Page<Task> page = tasks.page(query, viewer, new PageRequest(2, cursor));
            page.items().forEach(each -> found.add(each.what()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private List<Action> noted() {
        return stores
                .journal()
                .ofCase(
                        file.id(),
                        Set.of(
                                Action.TASK_ADDED,
                                Action.TASK_CHANGED,
                                Action.TASK_TAKEN,
                                Action.TASK_DONE,
                                Action.TASK_DROPPED,
                                Action.TASK_REOPENED),
                        PageRequest.first(50))
                .items()
                .stream()
                .map(each -> each.action())
                .toList();
    }

    @Test
    void areListedByTheDayTheyAreDueThoseWithoutADayLast() {
        add("Whenever", manager, null);
        add("Later", manager, "2026-12-24");
        add("Nobody’s", null, "2026-12-01");
        add("Sooner", manager, "2026-11-30");
        add("Whenever too", manager, null);
        assertThat(all(TaskQuery.of(manager.user()), manager))
                .containsExactly("Sooner", "Later", "Whenever", "Whenever too");
        assertThat(all(TaskQuery.ofNobody(), manager)).containsExactly("Nobody’s");
        assertThat(all(TaskQuery.all(), manager))
                .containsExactly("Sooner", "Nobody’s", "Later", "Whenever", "Whenever too");
        assertThat(tasks.open(file.id(), officer)).hasSize(5);
        assertThatThrownBy(() -> tasks.page(TaskQuery.all(), manager, new PageRequest(2, "bm9uc2Vuc2U")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void areSeenByWhoSeesTheCase() {
        CaseFile sealed = cases.open(new NewCase("case-management", "Sealed", true, null, List.of()), manager);
        Task hidden = tasks.add(sealed.id(), task("Hidden", manager, "2020-01-01"), manager);
        assertThat(all(TaskQuery.all(), supervisor)).isEmpty();
        assertThat(all(TaskQuery.of(manager.user()), supervisor)).isEmpty();
        assertThat(all(TaskQuery.all(), clerk)).isEmpty();
        assertThatThrownBy(() -> tasks.get(sealed.id(), hidden.id(), supervisor))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tasks.open(sealed.id(), officer)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tasks.get(file.id(), hidden.id(), manager)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tasks.add(sealed.id(), task("For who may not see it", supervisor, null), manager))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tasks.add(file.id(), task("No", null, null), officer))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void mayBeAboutWhatIsOnItsWayIntoTheCase() {
        String reference = file.reference().toString();
        DocumentId ours = handedInFor(reference);
        DocumentId anothers = handedInFor(
                stores.given().openCase("Other", manager).reference().toString());
        Task task = tasks.add(file.id(), new NewTask("Answer", null, null, null, ours), manager);
        assertThat(task.document()).isEqualTo(ours);
        assertThatThrownBy(() -> tasks.add(file.id(), new NewTask("Answer", null, null, null, anothers), manager))
                .isInstanceOf(InvalidInput.class);
    }

    private DocumentId handedInFor(String reference) {
        return stores.documents()
                .receive(stores.given().itemOf(manager, "note"), new Wishes(reference, null, null, null, null))
                .document();
    }

    @Test
    void areTakenByOneHandedOnAndEnded() {
        cases.grant(file.id(), colleague.user(), CaseRight.WRITE, manager);
        Task nobodys = add("Call the clinic", null, null);
        Task mine = tasks.take(file.id(), nobodys.id(), colleague);
        assertThat(mine.of(colleague.user())).isTrue();
        assertThat(tasks.take(file.id(), nobodys.id(), colleague).of(colleague.user()))
                .isTrue();
        assertThatThrownBy(() -> tasks.take(file.id(), nobodys.id(), manager)).isInstanceOf(Conflict.class);
        Task known = tasks.get(file.id(), nobodys.id(), manager);
        Task handed = tasks.change(
                file.id(), known.id(), task("Call the clinic", supervisor, "2026-12-01"), known.version(), colleague);
        assertThat(handed.of(supervisor.user())).isTrue();
        assertThatThrownBy(
                        () -> tasks.change(file.id(), known.id(), task("Call", null, null), known.version(), manager))
                .isInstanceOf(Conflict.class);
        Task done = tasks.end(file.id(), known.id(), TaskState.DONE, " They send it ", handed.version(), supervisor);
        assertThat(done.ending().outcome()).isEqualTo("They send it");
        assertThat(tasks.open(file.id(), manager)).isEmpty();
        assertThat(tasks.ended(file.id(), manager)).extracting(Task::what).containsExactly("Call the clinic");
        assertThatThrownBy(() -> tasks.end(file.id(), known.id(), TaskState.DROPPED, null, done.version(), manager))
                .isInstanceOf(Conflict.class);
        Task open = tasks.reopen(file.id(), known.id(), done.version(), manager);
        assertThat(open.ending()).isNull();
        tasks.end(file.id(), known.id(), TaskState.DROPPED, null, open.version(), manager);
        assertThat(noted())
                .containsExactly(
                        Action.TASK_DROPPED,
                        Action.TASK_REOPENED,
                        Action.TASK_DONE,
                        Action.TASK_CHANGED,
                        Action.TASK_TAKEN,
                        Action.TASK_TAKEN,
                        Action.TASK_ADDED);
    }

    @Test
    void areRefusedWhereTheyMakeNoSense() {
        assertThatThrownBy(() -> task(" ", null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> task("x".repeat(301), null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> task("x", null, "9999-01-01")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tasks.add(
                        file.id(), new NewTask("x", null, null, null, new DocumentId(UUID.randomUUID())), manager))
                .isInstanceOf(InvalidInput.class);
        Task one = add("One", null, null);
        assertThatThrownBy(() -> tasks.end(file.id(), one.id(), TaskState.OPEN, null, 1, manager))
                .isInstanceOf(InvalidInput.class);
        cases.change(
                file.id(),
                new CaseChange(null, null, CaseState.CLOSED, null, null),
                cases.get(file.id(), manager).version(),
                manager);
        assertThatThrownBy(() -> tasks.end(file.id(), one.id(), TaskState.DONE, null, 1, manager))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> add("Late", null, null)).isInstanceOf(Conflict.class);
    }

    @Test
    void areLimitedInNumber() {
        IntStream.range(0, Tasks.MOST).forEach(each -> add("Task " + each, null, null));
        assertThatThrownBy(() -> add("One more", null, null)).isInstanceOf(Conflict.class);
    }
}
