package io.liasse.store.casefile;

import io.liasse.store.Conflict;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.document.DocumentId;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Guards work on what belongs to a case: who may read it, who may change it, and that it is open meanwhile. Thread-safe. */
@Component
public class CaseWork {
    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Clock clock;

    CaseWork(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.clock = clock;
    }

    /** {@code NotFound} for a case the viewer may not see, {@code NotAllowed} when the right does not reach. */
    public void require(CaseRight right, Viewer viewer, CaseId caseId) {
        CaseRight held = policy.rightOn(viewer, caseId).orElseThrow(() -> new NotFound("case"));
        if (!held.includes(right)) {
            throw new NotAllowed(right + " on the case");
        }
    }

    /** Whether the document is filed in the case, is neither in the trash nor divided, and may be seen by the viewer. */
    public boolean holds(CaseId caseId, DocumentId document, Viewer viewer) {
        boolean filed = sql.sql("""
                select exists (select from document d
                               where d.id = :document and d.case_id = :case and d.trashed_at is null
                                 and d.state <> 'DIVIDED')
                """)
                .param("document", document.value())
                .param("case", caseId.value())
                .query(Boolean.class)
                .single();
        return filed && policy.maySee(viewer, document);
    }

    /** In one transaction, with the case kept open and to oneself until its end. Needs WRITE; marks the case as changed. */
    public <T> T inOpenCase(CaseId caseId, Viewer by, Supplier<T> work) {
        require(CaseRight.WRITE, by, caseId);
        return transactions.execute(transaction -> {
            boolean open = sql.sql("select state = 'OPEN' from case_file where id = :case for no key update")
                    .param("case", caseId.value())
                    .query(Boolean.class)
                    .single();
            if (!open) {
                throw Conflict.state("the case is closed");
            }
            sql.sql("update case_file set changed_at = :now where id = :case")
                    .param("now", Values.time(Values.now(clock)))
                    .param("case", caseId.value())
                    .update();
            return work.get();
        });
    }
}
