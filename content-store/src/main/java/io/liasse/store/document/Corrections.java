package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What people say that pages say, beside what was read. Every version is kept with its author; a page that is read again
 * keeps its correction. What the viewer may not see is {@code NotFound}; to correct takes the right to edit the document.
 * Thread-safe.
 */
@Component
public class Corrections {
    private static final int LATEST = 50;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;
    private final Clock clock;

    Corrections(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Journal journal, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
        this.clock = clock;
    }

    /** The text of one page, from 1. */
    public PageWording page(DocumentId id, int page, Viewer viewer) {
        requireVisible(id, viewer);
        return wording(id, page);
    }

    /** The texts in force of all pages, in order; null when no page was corrected. For the program's own work. */
    public @Nullable List<String> texts(DocumentId id) {
        if (correctedPages(id).isEmpty()) {
            return null;
        }
        return sql.sql(select("where p.document_id = :document order by p.page"))
                .param("document", id.value())
                .query((row, index) -> wording(row).text())
                .list();
    }

    /** The pages on which a correction is in force, in order. */
    public List<Integer> correctedPages(DocumentId id) {
        return sql.sql("""
                select page from (
                    select distinct on (page) page, text from text_correction
                    where document_id = :document and page > 0 order by page, version desc) latest
                where text is not null order by page
                """)
                .param("document", id.value())
                .query((row, index) -> row.getInt("page"))
                .list();
    }

    /** What people said of the page, newest first, fifty at most. */
    public List<Correction> history(DocumentId id, int page, Viewer viewer) {
        requireVisible(id, viewer);
        return sql.sql("""
                select * from text_correction where document_id = :document and page = :page
                order by version desc limit :limit
                """)
                .param("document", id.value())
                .param("page", page)
                .param("limit", LATEST)
                .query((row, index) -> correction(row))
                .list();
    }

    /**
     * Sets the text of the page, null for what was read. Saying what holds already changes nothing, unless the page was read
     * otherwise since: then it holds for this reading too.
     *
     * @param revision of the page as its author saw it
     * @throws Conflict stale, when the page has another revision now; of state, when the pages are in other documents
     * @throws InvalidInput when the text is too long or holds what is no text
     */
    public PageWording correct(DocumentId id, int page, @Nullable String text, String revision, Viewer by) {
        String wanted = text == null ? null : CorrectedText.page(text);
        return change(id, page, revision, by, now -> wanted);
    }

    /** Sets one word, the {@code index}-th of the text in force from 0, to what stands there; to nothing when empty. */
    public PageWording correctWord(DocumentId id, int page, NewWord word, String revision, Viewer by) {
        String wanted = CorrectedText.word(word.text());
        return change(id, page, revision, by, now -> {
            if (word.index() < 0
                    || word.index() >= PageWording.words(now.text()).size()) {
                throw new InvalidInput("word", "is not on the page");
            }
            return now.with(word.index(), wanted);
        });
    }

    /** A word to be set. */
    public record NewWord(int index, String text) {}

    /** Says again what an earlier version said, 0 for what was read. */
    public PageWording restore(DocumentId id, int page, int version, String revision, Viewer by) {
        return change(id, page, revision, by, now -> version == 0 ? null : said(id, page, version));
    }

    private @Nullable String said(DocumentId id, int page, int version) {
        return sql.sql("""
                select * from text_correction where document_id = :document and page = :page and version = :version
                """)
                .param("document", id.value())
                .param("page", page)
                .param("version", version)
                .query((row, index) -> correction(row))
                .optional()
                .orElseThrow(() -> new InvalidInput("version", "is none of this page"))
                .text();
    }

    private PageWording change(
            DocumentId id, int page, String revision, Viewer by, Function<PageWording, @Nullable String> said) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            Holder holder = locked(id, by);
            PageWording now = wording(id, page);
            if (!now.revision().equals(revision)) {
                throw Conflict.stale("the text of the page");
            }
            String text = said.apply(now);
            String wanted = now.read().equals(text) ? null : text;
            if (Objects.equals(wanted, now.corrected()) && !now.readAgain()) {
                return now;
            }
            insert(id, now, wanted, by);
            journal.append(NewEntry.of(Action.TEXT_CORRECTED, Actor.of(by))
                    .in(holder.caseId())
                    .about(id)
                    .with(Map.of("page", Integer.toString(page), "text", wanted == null ? "read" : "corrected")));
            return wording(id, page);
        }));
    }

    private record Holder(@Nullable CaseId caseId, DocumentState state) {}

    /** Its row is locked, so that neither it nor its pages move elsewhere in between. */
    private Holder locked(DocumentId id, Viewer by) {
        Holder holder = sql.sql("select case_id, state from document where id = :id for no key update")
                .param("id", id.value())
                .query((row, index) -> holder(row))
                .optional()
                .orElseThrow(() -> new NotFound("document"));
        requireVisible(id, by);
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("correct the text");
        }
        return switch (holder.state()) {
            case RECEIVED, READING, INBOX, FILED, FAILED, NEEDS_PASSWORD, NOT_OURS -> holder;
            case DIVIDED -> throw Conflict.state("the pages are in other documents; their text is corrected there");
            case QUARANTINED -> throw Conflict.state("the document is in quarantine");
        };
    }

    private static Holder holder(ResultSet row) throws SQLException {
        UUID caseId = Values.idOrNull(row, "case_id");
        return new Holder(caseId == null ? null : new CaseId(caseId), DocumentState.valueOf(row.getString("state")));
    }

    private void insert(DocumentId id, PageWording now, @Nullable String text, Viewer by) {
        Correction latest = now.latest();
        sql.sql("""
                insert into text_correction (document_id, page, version, text, read_digest, user_id, made_by, made_at)
                values (:document, :page, :version, :text, :digest, :user, :by, :at)
                """)
                .param("document", id.value())
                .param("page", now.page())
                .param("version", latest == null ? 1 : latest.version() + 1)
                .param("text", text, java.sql.Types.VARCHAR)
                .param("digest", now.digest())
                .param("user", by.user().value())
                .param("by", Values.storable(Actor.of(by).name()))
                .param("at", Values.time(Values.now(clock)))
                .update();
    }

    private void requireVisible(DocumentId id, Viewer viewer) {
        if (!policy.maySee(viewer, id)) {
            throw new NotFound("document");
        }
    }

    private PageWording wording(DocumentId id, int page) {
        return sql.sql(select("where p.document_id = :document and p.page = :page"))
                .param("document", id.value())
                .param("page", page)
                .query((row, index) -> wording(row))
                .optional()
                .orElseThrow(() -> new NotFound("page"));
    }

    private static String select(String where) {
        return """
                select p.page, p.text as read, p.language, p.width, p.height, c.version, c.text, c.made_by, c.made_at, c.read_digest
                from document_page p left join lateral (
                    select * from text_correction t
                    where t.document_id = p.document_id and t.page = p.page order by t.version desc limit 1) c on true
                """ + where;
    }

    private static PageWording wording(ResultSet row) throws SQLException {
        Correction latest = row.getObject("version") == null ? null : correction(row);
        return new PageWording(
                row.getInt("page"),
                row.getString("read"),
                row.getString("language"),
                row.getDouble("width"),
                row.getDouble("height"),
                latest);
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getInt("version"),
                row.getString("text"),
                row.getString("made_by"),
                Values.moment(row, "made_at"),
                row.getString("read_digest"));
    }
}
