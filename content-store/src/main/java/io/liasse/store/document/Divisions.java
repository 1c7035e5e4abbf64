package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/**
 * Documents made of pages of others. What they are made of keeps its original and stays, DIVIDED, in no list and no index;
 * put together again, the documents made of it are gone. Every method is one transaction's work.
 */
final class Divisions {
    private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};
    private static final List<String> CONTENTS = List.of(
            "document_source",
            "archive_number",
            "document_boundary",
            "document_hint",
            "document_candidate",
            "document_field",
            "document_page",
            "document_rendition",
            "version_page",
            "version_rendition",
            "version_content",
            "document_version",
            "document_trace",
            "filing_decision",
            "text_correction");

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final DocumentTypes types;
    private final ItemStates items;
    private final CarriedCorrections corrections;
    private final Journal journal;
    private final ReleasedObjects released;
    private final Clock clock;

    Divisions(
            JdbcClient sql,
            AccessPolicy policy,
            DocumentTypes types,
            Journal journal,
            ReleasedObjects released,
            Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.types = types;
        this.items = new ItemStates(sql);
        this.corrections = new CarriedCorrections(sql);
        this.journal = journal;
        this.released = released;
        this.clock = clock;
    }

    /** None when the document is past reading already. The first source of a section is what it came in. */
    List<DocumentId> divide(Collection<DocumentId> sources, List<NewSection> sections) {
        released.claim(sections.stream().map(each -> each.object().hash()).toList());
        lockItems(sources);
        if (!allIn(sources, Set.of(DocumentState.READING))) {
            return List.of();
        }
        List<DocumentId> made = sections.stream().map(this::insert).toList();
        for (DocumentId source : sources) {
            state(source, DocumentState.DIVIDED, null);
            forget("document_candidate", source);
            forget("archive_number", source);
            journal.append(NewEntry.of(Action.DOCUMENT_DIVIDED, Documents.reading())
                    .about(source)
                    .with(Map.of("documents", Integer.toString(made.size()))));
        }
        made.stream().limit(1).forEach(items::refresh);
        sources.forEach(items::refresh);
        return made;
    }

    private void lockItems(Collection<DocumentId> documents) {
        sql.sql("""
                select id from item where id in (select item_id from document where id = any(cast(:ids as uuid[])))
                order by id for no key update
                """).param("ids", Values.array(documents)).query().rowSet();
    }

    private boolean allIn(Collection<DocumentId> documents, Set<DocumentState> states) {
        return states(documents).stream().allMatch(states::contains);
    }

    private List<DocumentState> states(Collection<DocumentId> documents) {
        return sql.sql("""
                select state from document where id = any(cast(:ids as uuid[])) order by id for no key update
                """)
                .param("ids", Values.array(documents))
                .query((row, index) -> DocumentState.valueOf(row.getString("state")))
                .list();
    }

    private DocumentId insert(NewSection section) {
        DocumentId parent = section.pages().getFirst().source();
        String type = section.type() != null && types.all().contains(section.type()) ? section.type() : null;
        UUID id = sql.sql("""
                with made as (
                    insert into document (item_id, parent_id, ordinal, channel, state, name, title, title_given, type,
                                          date_given, language_given, media_type, size, sha256, wished_case, sender,
                                          posted_by, received_at, scanner)
                    select item_id, id, (select coalesce(max(ordinal), -1) + 1 from document where parent_id = :parent),
                           channel, 'READING', :name, :name, false, :type, false, false, :mediaType, :size, :sha256,
                           wished_case, sender, posted_by, received_at, scanner
                    from document where id = :parent
                    returning id, sha256, size, media_type),
                version as (
                    insert into document_version
                    select id, 1, sha256, size, media_type, 'divided', 'reading', :now from made)
                select id from made
                """)
                .param("parent", parent.value())
                .param("name", Values.storable(section.name()))
                .param("type", type, java.sql.Types.VARCHAR)
                .param("mediaType", Values.storable(section.mediaType()))
                .param("size", section.object().size())
                .param("sha256", section.object().hash().hex())
                .param("now", Values.time(Values.now(clock)))
                .query(UUID.class)
                .single();
        insertSources(id, section.pages());
        corrections.into(id);
        return new DocumentId(id);
    }

    private void insertSources(UUID id, List<SourcePage> pages) {
        sql.sql("""
                insert into document_source (document_id, page, source_id, source_page)
                select :document, ordinal, source, page
                from unnest(cast(:sources as uuid[]), cast(:pages as int[])) with ordinality as s (source, page, ordinal)
                """)
                .param("document", id)
                .param(
                        "sources",
                        Values.array(pages.stream().map(SourcePage::source).toList()))
                .param(
                        "pages",
                        Values.array(pages.stream().map(SourcePage::page).toList()))
                .update();
    }

    private void state(DocumentId id, DocumentState state, @Nullable String reason) {
        sql.sql("update document set state = :state, reason = :reason, version = version + 1 where id = :id")
                .param("state", state.name())
                .param("reason", reason)
                .param("id", id.value())
                .update();
    }

    private void forget(String table, DocumentId id) {
        sql.sql("delete from " + table + " where document_id = :id")
                .param("id", id.value())
                .update();
    }

    List<SourcePage> sources(DocumentId id) {
        return sql.sql(
                        "select source_id, source_page from document_source where document_id = :id and page > 0 order by page")
                .param("id", id.value())
                .query((row, index) ->
                        new SourcePage(new DocumentId(Values.id(row, "source_id")), row.getInt("source_page")))
                .list();
    }

    /** Back to RECEIVED, to be divided or collated by a job. */
    void order(List<DocumentId> ids, String named, @Nullable Long version, Viewer by) {
        lockItems(ids);
        requireEditable(ids.getFirst(), by);
        ids.stream().skip(1).forEach(id -> requireNamed(id, named, by));
        if (!allIn(ids, Set.of(DocumentState.INBOX))) {
            throw Conflict.state("only documents in the inbox are divided or put together");
        }
        if (version != null && versionOf(ids.getFirst()) != version) {
            throw Conflict.stale("the document");
        }
        for (DocumentId id : ids) {
            state(id, DocumentState.RECEIVED, null);
            items.refresh(id);
            journal.append(NewEntry.of(Action.DIVISION_ORDERED, Actor.of(by)).about(id));
        }
    }

    private void requireNamed(DocumentId id, String named, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new InvalidInput(named, "is not known");
        }
        requireEditable(id, by);
    }

    private void requireEditable(DocumentId id, Viewer by) {
        if (!policy.maySee(by, id)) {
            throw new NotFound("document");
        }
        if (!policy.mayEdit(by, id)) {
            throw new NotAllowed("divide the document");
        }
    }

    private long versionOf(DocumentId id) {
        return sql.sql("select version from document where id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    /** The documents made of it, and of what else they were made, are one again each; as long as all still wait. */
    Set<DocumentId> undo(DocumentId id, Viewer by) {
        Set<DocumentId> made =
                related("select document_id from document_source where source_id = any(:ids)", Set.of(id));
        Set<DocumentId> sources = related("select source_id from document_source where document_id = any(:ids)", made);
        sources.add(id);
        lockItems(sources);
        requireEditable(id, by);
        sources.forEach(source -> requireEditable(source, by));
        if (!allIn(sources, Set.of(DocumentState.DIVIDED))) {
            throw Conflict.state("the document is not divided");
        }
        if (!allIn(made, Set.of(DocumentState.INBOX))
                || !related("select parent_id as id from document where parent_id = any(:ids)", made)
                        .isEmpty()) {
            throw Conflict.state("what was made of its pages does not wait in the inbox any more");
        }
        made.forEach(each -> remove(each, by));
        for (DocumentId source : sources) {
            state(source, DocumentState.INBOX, "undivided");
            items.refresh(source);
            journal.append(NewEntry.of(Action.DIVISION_UNDONE, Actor.of(by)).about(source));
        }
        return sources;
    }

    private Set<DocumentId> related(String query, Set<DocumentId> ids) {
        return sql
                .sql(query)
                .param("ids", ids.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, index) -> new DocumentId(row.getObject(1, UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toCollection(() -> new TreeSet<>(
                        java.util.Comparator.comparing(each -> each.value().toString()))));
    }

    private void remove(DocumentId id, Viewer by) {
        corrections.back(id);
        CONTENTS.forEach(table -> forget(table, id));
        sql.sql("delete from document where id = :id").param("id", id.value()).update();
        journal.append(NewEntry.of(Action.DOCUMENT_WITHDRAWN, Actor.of(by)).about(id));
    }

    /** Replaces what was proposed; what a person dismissed stays dismissed. */
    void propose(DocumentId id, List<Boundary> boundaries) {
        sql.sql("delete from document_boundary where document_id = :id and not dismissed")
                .param("id", id.value())
                .update();
        for (Boundary each : boundaries) {
            sql.sql("""
                    insert into document_boundary (document_id, page, score, reasons)
                    values (:id, :page, :score, cast(:reasons as jsonb)) on conflict do nothing
                    """)
                    .param("id", id.value())
                    .param("page", each.page())
                    .param("score", each.score())
                    .param("reasons", Json.write(each.reasons()))
                    .update();
        }
    }

    List<Boundary> boundaries(DocumentId id) {
        return sql.sql("select * from document_boundary where document_id = :id order by page")
                .param("id", id.value())
                .query((row, index) -> new Boundary(
                        row.getInt("page"),
                        row.getDouble("score"),
                        Json.read(row.getString("reasons"), KEYS),
                        row.getBoolean("dismissed")))
                .list();
    }

    /** A person says that no other document begins on the page, or takes that back. */
    void dismiss(DocumentId id, int page, boolean dismissed, Viewer by) {
        requireEditable(id, by);
        int rows = sql.sql(
                        "update document_boundary set dismissed = :dismissed where document_id = :id and page = :page")
                .param("dismissed", dismissed)
                .param("id", id.value())
                .param("page", page)
                .update();
        if (rows == 0) {
            throw new InvalidInput("page", "is no proposed boundary");
        }
    }
}
