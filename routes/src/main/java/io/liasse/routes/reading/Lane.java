package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.task.Priority;

/** The two queues: jobs for people who wait have workers of their own, so that no bulk import can occupy them all. */
enum Lane {
    URGENT("urgent_tasks"),
    USUAL("scheduled_tasks");

    private final String table;

    Lane(String table) {
        this.table = table;
    }

    String table() {
        return table;
    }

    /** The parts of an urgent document, one step lower, are urgent too. */
    static Lane of(int priority) {
        return priority > Priority.MEDIUM ? URGENT : USUAL;
    }
}
