package io.liasse.routes;

import io.liasse.store.item.Channel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When the ledger took in the last item of a channel; survives restarts, unlike the health of channels. */
@Component
class LastReceived {
    private final JdbcClient sql;

    LastReceived(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Instant> by(Channel channel) {
        return sql.sql("select received_at from item where channel = :channel order by id desc limit 1")
                .param("channel", channel.name())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }
}
