package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.liasse.routes.workplace.Workplace;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
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
    private volatile List<Scheduler> running = List.of();

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
        List<Scheduler> fresh =
                Arrays.stream(Lane.values()).map(this::scheduler).toList();
        fresh.forEach(Scheduler::start);
        running = fresh;
    }

    private Scheduler scheduler(Lane lane) {
        // Never more picked than can run, so that a late urgent job waits for one thread and not for a backlog; and
        // whenever one thread becomes free.
        return new SchedulerBuilder(database, List.of(task()))
                .tableName(lane.table())
                .schedulerName(new SchedulerName.Fixed(workplace.name()))
                .serializer(new JobJson())
                .threads(threads(lane))
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

    private int threads(Lane lane) {
        return switch (lane) {
            case URGENT -> settings.urgentThreads();
            case USUAL -> settings.threads();
        };
    }

    private OneTimeTask<ReadingJob> task() {
        return Tasks.oneTime(ReadingJob.TASK)
                .onFailure(retries)
                .onDeadExecutionRevive()
                .execute((instance, context) -> read(instance.getData(), context));
    }

    /** Whatever ends a reading while this node stops says nothing about the document: it is read after the restart. */
    private void read(ReadingJob job, ExecutionContext context) {
        Attempt attempt = new Attempt(
                context.getExecution().consecutiveFailures,
                () -> context.getSchedulerState().isShuttingDown());
        try {
            line.read(job, attempt);
        } catch (RuntimeException e) {
            throw attempt.stops() ? attempt.brokenOff(e) : e;
        }
    }

    private void look() {
        running.forEach(Scheduler::triggerCheckForDueExecutions);
    }

    @Override
    public void stop() {
        List<Scheduler> stopping = running;
        running = List.of();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            stopping.forEach(each -> all.execute(each::stop));
        }
    }

    @Override
    public boolean isRunning() {
        return !running.isEmpty();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
