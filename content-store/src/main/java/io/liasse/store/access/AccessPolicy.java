package io.liasse.store.access;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.document.DocumentId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place that decides who may see and do what. Lists carry its conditions in
 * their SQL; the index carries {@link #visibilityOf}. Thread-safe.
 */
@Component
public class AccessPolicy {
    private final JdbcClient sql;

    AccessPolicy(JdbcClient sql) {
        this.sql = sql;
    }

    /** The strongest right of the viewer on the case; empty means the case does not exist for this viewer. */
    public Optional<CaseRight> rightOn(Viewer viewer, CaseId caseId) {
        throw new UnsupportedOperationException(sql.toString());
    }

    /** Whether the viewer may see the document (and so its content). */
    public boolean maySee(Viewer viewer, DocumentId document) {
        throw new UnsupportedOperationException();
    }

    /** Whether the viewer may file, re-file and edit the document. */
    public boolean mayEdit(Viewer viewer, DocumentId document) {
        throw new UnsupportedOperationException();
    }

    /** Whether the viewer may file into the case: a clerk into any that is not sealed, others with WRITE. */
    public boolean mayFileInto(Viewer viewer, CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    public Visibility visibilityOf(Viewer viewer) {
        throw new UnsupportedOperationException();
    }
}
