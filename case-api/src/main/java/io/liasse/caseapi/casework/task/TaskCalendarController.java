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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
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
    private final Clock clock;

    TaskCalendarController(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Operation(
            summary = "My open tasks as a calendar",
            description = "iCalendar; the first 200 by the day they are due, without those that have none.")
    @GetMapping("/api/v1/tasks/calendar.ics")
    ResponseEntity<String> calendar(Viewer viewer) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Liasse//Tasks//EN");
        tasks.page(TaskQuery.of(viewer.user()), viewer, PageRequest.first(PageRequest.MOST)).items().stream()
                .filter(each -> each.dueOn() != null)
                .map(this::event)
                .forEach(calendar::addEvent);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(Biweekly.write(calendar).go());
    }

    private VEvent event(Task task) {
        VEvent event = new VEvent();
        event.setUid(new Uid(task.id().toString()));
        event.setDateTimeStamp(Date.from(task.createdAt()));
        event.setSummary(task.what());
        event.setDescription(task.caseTitle() + " · " + task.reference());
        event.setUrl(ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/cases/" + task.reference() + "/tasks")
                .toUriString());
        event.setDateStart(Date.from(day(task)), false);
        return event;
    }

    /** Midnight of the day in the zone in which the calendar is written. */
    private java.time.Instant day(Task task) {
        LocalDate due = task.dueOn() == null ? LocalDate.now(clock) : task.dueOn();
        return due.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
