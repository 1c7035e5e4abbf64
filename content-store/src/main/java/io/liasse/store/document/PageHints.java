package io.liasse.store.document;

import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is wrong with scanned pages: first by a glance, then by reading, which knows better. What a person dismissed stays
 * dismissed. Every method is one transaction's work.
 */
final class PageHints {
    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final Journal journal;

    PageHints(JdbcClient sql, AccessPolicy policy, Journal journal) {
        this.sql = sql;
        this.policy = policy;
        this.journal = journal;
    }

    /** By a glance; nothing once the document is read. */
    void glanced(DocumentId id, List<PageHint> hints) {
        boolean early = sql.sql("""
                select true from document where id = :id and state in ('RECEIVED', 'READING') and read_at is null for update
                """)
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .isPresent();
        if (early && insert(id, hints) > 0) {
            journal.append(NewEntry.of(Action.PAGES_CHECKED, Documents.reading())
                    .about(id)
                    .with(Map.of("hints", Integer.toString(hints.size()))));
        }
    }

    /** By reading, which replaces what was said of the pages it looked at. */
    void read(DocumentId id, Collection<Integer> pages, List<PageHint> hints) {
        sql.sql("""
                delete from document_hint
                where document_id = :id and not dismissed and page = any(cast(:pages as int[]))
                """)
                .param("id", id.value())
                .param("pages", pages.stream().map(String::valueOf).toArray(String[]::new))
                .update();
        insert(id, hints);
    }

    /** Those of the pages that a document was made of. */
    void inherit(DocumentId id) {
        sql.sql("""
                insert into document_hint (document_id, page, kind, detail, dismissed)
                select s.document_id, s.page, h.kind, h.detail, h.dismissed
                from document_source s
                join document_hint h on h.document_id = s.source_id and h.page = s.source_page
                where s.document_id = :id
                on conflict do nothing
                """).param("id", id.value()).update();
    }

    private int insert(DocumentId id, List<PageHint> hints) {
        int inserted = 0;
        for (PageHint each : hints) {
            inserted += sql.sql("""
                    insert into document_hint (document_id, page, kind, detail)
                    values (:id, :page, :kind, :detail) on conflict do nothing
                    """)
                    .param("id", id.value())
                    .param("page", each.page())
                    .param("kind", each.kind().name())
                    .param("detail", each.detail())
                    .update();
        }
        return inserted;
    }

    List<PageHint> of(DocumentId id) {
        return sql.sql("select * from document_hint where document_id = :id order by page, kind")
                .param("id", id.value())
                .query((row, index) -> new PageHint(
                        row.getInt("page"),
                        PageHint.Kind.valueOf(row.getString("kind")),
                        row.getString("detail"),
                        row.getBoolean("dismissed")))
                .list();
    }

    void dismiss(DocumentId id, PageHint hint, boolean dismissed, Viewer by) {
        requireEditable(id, by);
        boolean known = of(id).stream().anyMatch(each -> each.page() == hint.page() && each.kind() == hint.kind());
        if (!known) {
            throw new InvalidInput("hint", "is not given for this page");
        }
        int changed = sql.sql("""
                update document_hint set dismissed = :dismissed
                where document_id = :id and page = :page and kind = :kind and dismissed <> :dismissed
                """)
                .param("dismissed", dismissed)
                .param("id", id.value())
                .param("page", hint.page())
                .param("kind", hint.kind().name())
                .update();
        if (changed > 0) {
            Action action = dismissed ? Action.HINT_DISMISSED : Action.HINT_RESTORED;
            journal.append(NewEntry.of(action, Actor.of(by))
                    .about(id)
                    .in(caseOf(id))
                    .with(Map.of(
                            "page",
                            Integer.toString(hint.page()),
                            "hint",
                            hint.kind().name())));
        }
    }

    private @Nullable CaseId caseOf(DocumentId id) {
        return sql.sql("select case_id from document where id = :id and case_id is not null")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(CaseId::new)
                .orElse(null);
    }

    private void requireEditable(DocumentId id, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new NotFound("document");
        }
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("change this document");
        }
    }
}
