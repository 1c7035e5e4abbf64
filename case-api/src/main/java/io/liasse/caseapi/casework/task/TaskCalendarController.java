package io.liasse.caseapi.casework.task;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Uid;
import io.liasse.store.PageRequest;
import io.liasse.store.access.Viewer;
import io.liasse.store.task.Task;
import io.liasse.store.task.TaskQuery;
import io.liasse.store.task.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** My tasks for a calendar program: iCalendar (RFC 5545), one event of a whole day for each that is due on a day. */
@RestController
final class TaskCalendarController {
    private static final MediaType CALENDAR = MediaType.parseMediaType("text/calendar;charset=UTF-8");

    private final Tasks tasks;

    TaskCalendarController(Tasks tasks) {
        this.tasks = tasks;
    }

    @Operation(
            summary = "My open tasks as a calendar",
            description = "iCalendar; the first 200 by the day they are due, without those that have none.")
    @GetMapping("/api/v1/tasks/calendar.ics")
    ResponseEntity<String> calendar(Viewer viewer) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Liasse//Tasks//EN");
        tasks.page(TaskQuery.of(viewer.user()), viewer, PageRequest.first(PageRequest.MOST)).items().stream()
                .flatMap(each -> event(each).stream())
                .forEach(calendar::addEvent);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(Biweekly.write(calendar).go());
    }

    /** Empty when it is due on no day. */
    private static Optional<VEvent> event(Task task) {
        if (task.dueOn() == null) {
            return Optional.empty();
        }
        VEvent event = new VEvent();
        event.setUid(new Uid(task.id().toString()));
        event.setDateTimeStamp(Date.from(task.createdAt()));
        event.setSummary(task.what());
        event.setDescription(task.caseTitle() + " · " + task.reference());
        event.setUrl(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/cases/" + task.reference() + "/tasks")
                .toUriString());
        Instant midnight = task.dueOn().atStartOfDay(ZoneId.systemDefault()).toInstant();
        event.setDateStart(Date.from(midnight), false);
        return Optional.of(event);
    }
}
