package io.liasse.caseapi.quality;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.liasse.store.quality.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the sample of the week before drawn, on one node. It asks every day, so that a week is not left out because nothing
 * ran on a Monday; a week that is drawn is not drawn again.
 */
@Component
@EnableConfigurationProperties(QualitySettings.class)
class WeeklySample implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WeeklySample.class);
    private static final String QUEUE = "recurring_tasks";

    private final Samples samples;
    private final QualitySettings settings;
    private final DataSource database;
    private final Clock clock;
    private @Nullable Scheduler running;

    WeeklySample(Samples samples, QualitySettings settings, DataSource database, Clock clock) {
        this.samples = samples;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        RecurringTask<Void> task = task();
        Scheduler fresh = new SchedulerBuilder(database, List.of())
                .tableName(QUEUE)
                .startTasks(List.of(task))
                .threads(1)
                .pollingInterval(Duration.ofMinutes(1))
                .shutdownMaxWait(Duration.ofSeconds(10))
                .clock(clock::instant)
                .build();
        fresh.start();
        running = fresh;
    }

    private RecurringTask<Void> task() {
        return Tasks.recurring("weekly-sample", Schedules.daily(clock.getZone(), settings.drawAt()))
                .execute((instance, context) -> draw());
    }

    void draw() {
        if (settings.sampleSize() > 0) {
            samples.drawWeek(settings.sampleSize())
                    .ifPresent(sample -> LOG.atInfo()
                            .addKeyValue("sample", sample.id())
                            .addKeyValue("population", sample.population())
                            .log("drew a sample of what was filed alone"));
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
