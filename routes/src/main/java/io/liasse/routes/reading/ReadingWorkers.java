package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.liasse.routes.workplace.Workplace;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes reading jobs and runs the line on them, several at once, those with higher priority first. Jobs of a node that
 * stopped sending heartbeats are taken over; those of this place's earlier holder at once.
 */
@Component
final class ReadingWorkers implements SmartLifecycle {
    private final ReadingSettings settings;
    private final ReadingLine line;
    private final Retries retries;
    private final AbandonedJobs abandoned;
    private final Workplace workplace;
    private final DataSource database;
    private final Clock clock;
    private volatile @Nullable Scheduler scheduler;

    ReadingWorkers(
            ReadingSettings settings,
            ReadingLine line,
            ReadingQueue queue,
            Retries retries,
            AbandonedJobs abandoned,
            Workplace workplace,
            DataSource database,
            Clock clock) {
        this.settings = settings;
        this.line = line;
        this.retries = retries;
        this.abandoned = abandoned;
        this.workplace = workplace;
        this.database = database;
        this.clock = clock;
        queue.whenAdded(this::look);
    }

    @Override
    public void start() {
        abandoned.release(workplace.name());
        Scheduler fresh = scheduler();
        fresh.start();
        scheduler = fresh;
    }

    private Scheduler scheduler() {
        // Never more picked than can run, so that a late urgent job waits for one thread and not for a backlog; and
        // whenever one thread becomes free.
        return new SchedulerBuilder(database, List.of(task()))
                .schedulerName(new SchedulerName.Fixed(workplace.name()))
                .serializer(new JobJson())
                .threads(settings.threads())
                .enablePriority()
                .pollUsingLockAndFetch(0.99, 1.0)
                .pollingInterval(settings.pollInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(settings.shutdownWait())
                .failureLogging(LogLevel.OFF, false)
                .clock(clock::instant)
                .build();
    }

    private OneTimeTask<ReadingJob> task() {
        return Tasks.oneTime(ReadingJob.TASK)
                .onFailure(retries)
                .onDeadExecutionRevive()
                .execute((instance, context) -> line.read(instance.getData()));
    }

    private void look() {
        Scheduler running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
