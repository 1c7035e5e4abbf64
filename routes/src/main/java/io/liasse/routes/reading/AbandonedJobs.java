package io.liasse.routes.reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs whose worker died with them under way. */
@Component
class AbandonedJobs {
    private final JdbcClient sql;

    AbandonedJobs(JdbcClient sql) {
        this.sql = sql;
    }

    /** Puts back what the earlier holder of this name had taken; call before anything is taken under it. */
    void release(String worker) {
        for (Lane lane : Lane.values()) {
            sql.sql("""
                    update %s
                    set picked = false, picked_by = null, last_heartbeat = null, version = version + 1
                    where picked and picked_by = :worker
                    """.formatted(lane.table())).param("worker", worker).update();
        }
    }
}
