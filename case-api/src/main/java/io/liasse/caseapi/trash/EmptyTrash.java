package io.liasse.caseapi.trash;

import io.liasse.store.document.Trash;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes for good what has been in the trash for as long as it is kept there. */
@Component
@EnableConfigurationProperties(TrashSettings.class)
class EmptyTrash {
    private static final Logger LOG = LoggerFactory.getLogger(EmptyTrash.class);
    private static final int BATCH = 200;

    private final Trash trash;
    private final TrashSettings settings;
    private final Clock clock;

    EmptyTrash(Trash trash, TrashSettings settings, Clock clock) {
        this.trash = trash;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "${liasse.trash.empty-at:0 15 * * * *}")
    void empty() {
        int all = 0;
        int gone = BATCH;
        while (gone == BATCH) {
            gone = trash.empty(clock.instant().minus(settings.keep()), BATCH);
            all += gone;
        }
        if (all > 0) {
            LOG.atInfo().addKeyValue("documents", all).log("emptied the trash");
        }
    }
}
