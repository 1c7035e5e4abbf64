package io.liasse.caseapi.ledger;

import io.liasse.store.item.Statements;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks each night for the bytes of all that was received the day before. */
@Component
class NightlyProof {
    private final Statements statements;
    private final Clock clock;

    NightlyProof(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Scheduled(cron = "${liasse.ledger.proof-at:0 30 2 * * *}")
    void look() {
        statements.check(LocalDate.now(clock).minusDays(1));
    }
}
