package io.liasse.store.document;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
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
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/**
 * Documents made of pages of others. What they are made of keeps its original and stays, DIVIDED, in no list and no index,
 * in the case where it was filed; put together again, the documents made of it are gone. What is made of filed documents is
 * filed where these are. Every method is one transaction's work.
 */
final class Divisions {
    private static final TypeReference<List<String>> KEYS = new TypeReference<>() {};
    private static final String MADE = "select document_id from document_source where source_id = any(:ids)";
    private static final String SOURCES = "select source_id from document_source where document_id = any(:ids)";
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
    private final Belongings belongings;
    private final ArchiveNumbers numbers;
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
        this.belongings = new Belongings(sql);
        this.numbers = new ArchiveNumbers(sql);
        this.journal = journal;
        this.released = released;
        this.clock = clock;
    }

    /**
     * None when the document is past reading already. The first source of a section is what it came in. Those made of filed
     * documents are in their case already, to be filed when what is known of them is recorded ({@link #file}).
     */
    List<DocumentId> divide(Collection<DocumentId> sources, List<NewSection> sections) {
        released.claim(sections.stream().map(each -> each.object().hash()).toList());
        lockItems(sources);
        if (!allIn(sources, Set.of(DocumentState.READING))) {
            return List.of();
        }
        boolean whole = sections.size() == 1;
        List<DocumentId> made =
                sections.stream().map(section -> insert(section, whole)).toList();
        Action action = sources.size() > 1 ? Action.DOCUMENT_MERGED : Action.DOCUMENT_DIVIDED;
        for (Place source : places(sources)) {
            state(source.id(), DocumentState.DIVIDED, null);
            forget("document_candidate", source.id());
            forget("archive_number", source.id());
            journal.append(NewEntry.of(action, Documents.reading())
                    .in(source.caseId())
                    .about(source.id())
                    .with(Map.of("documents", Integer.toString(made.size()))));
        }
        made.stream().limit(1).forEach(items::refresh);
        sources.forEach(items::refresh);
        return made;
    }

    /** Files documents just made of filed ones where these are, with what people had put on them. Teaches nothing. */
    void file(List<DocumentId> made) {
        Set<DocumentId> sources = related(SOURCES, Set.copyOf(made));
        DocumentId firstSource = sources(made.getFirst()).getFirst().source();
        belongings.into(made, firstThen(firstSource, sources));
        sql.sql("""
                update document d set document_date = s.document_date, date_given = s.date_given
                from document s where d.id = :first and s.id = :source
                """)
                .param("first", made.getFirst().value())
                .param("source", firstSource.value())
                .update();
        for (DocumentId id : made) {
            state(id, DocumentState.FILED, null);
            sql.sql("insert into document_made (document_id, version) select id, version from document where id = :id")
                    .param("id", id.value())
                    .update();
            items.refresh(id);
        }
        List<Place> places = places(made);
        changed(Objects.requireNonNull(places.getFirst().caseId()));
        places.forEach(each -> journal.append(NewEntry.of(Action.DOCUMENT_MADE, Documents.reading())
                .in(each.caseId())
                .about(each.id())));
    }

    private static List<DocumentId> firstThen(DocumentId first, Collection<DocumentId> others) {
        return Stream.concat(Stream.of(first), others.stream()).distinct().toList();
    }

    private void changed(CaseId caseId) {
        sql.sql("update case_file set changed_at = :now where id = :case")
                .param("now", Values.time(Values.now(clock)))
                .param("case", caseId.value())
                .update();
    }

    /** Where a document is; its row is locked. */
    private record Place(
            DocumentId id, DocumentState state, @Nullable CaseId caseId) {}

    /** By id. */
    private List<Place> places(Collection<DocumentId> documents) {
        return sql.sql("""
                select id, state, case_id from document where id = any(cast(:ids as uuid[])) order by id for no key update
                """)
                .param("ids", Values.array(documents))
                .query((row, index) -> {
                    UUID caseId = Values.idOrNull(row, "case_id");
                    return new Place(
                            new DocumentId(Values.id(row, "id")),
                            DocumentState.valueOf(row.getString("state")),
                            caseId == null ? null : new CaseId(caseId));
                })
                .list();
    }

    private void lockItems(Collection<DocumentId> documents) {
        sql.sql("""
                select id from item where id in (select item_id from document where id = any(cast(:ids as uuid[])))
                order by id for no key update
                """).param("ids", Values.array(documents)).query().rowSet();
    }

    private boolean allIn(Collection<DocumentId> documents, Set<DocumentState> states) {
        return places(documents).stream().map(Place::state).allMatch(states::contains);
    }

    /** A whole one of filed documents keeps the title that a person gave the first; the type goes with the case. */
    private DocumentId insert(NewSection section, boolean whole) {
        DocumentId parent = section.pages().getFirst().source();
        String type = section.type() != null && types.all().contains(section.type()) ? section.type() : null;
        UUID id = sql.sql("""
                with made as (
                    insert into document (item_id, parent_id, ordinal, channel, state, name, title, title_given, type,
                                          date_given, language_given, media_type, size, sha256, wished_case, sender,
                                          posted_by, received_at, scanner, case_id, filed_at)
                    select item_id, id, (select coalesce(max(ordinal), -1) + 1 from document where parent_id = :parent),
                           channel, 'READING', :name, case when titled then title else :name end, titled,
                           coalesce(:type, case when case_id is not null then type end), false, false, :mediaType, :size,
                           :sha256, wished_case, sender, posted_by, received_at, scanner, case_id, filed_at
                    from (select *, :whole and title_given and case_id is not null as titled
                          from document where id = :parent) p
                    returning id, sha256, size, media_type),
                version as (
                    insert into document_version
                    select id, 1, sha256, size, media_type, 'divided', 'reading', :now from made)
                select id from made
                """)
                .param("parent", parent.value())
                .param("name", Values.storable(section.name()))
                .param("whole", whole)
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

    /** Back to RECEIVED, to be divided or put together by a job: what waits in the inbox, or is filed in one open case. */
    void order(List<DocumentId> ids, String named, @Nullable Long version, Viewer by) {
        lockItems(ids);
        requireEditable(ids.getFirst(), by);
        ids.stream().skip(1).forEach(id -> requireNamed(id, named, by));
        List<Place> places = places(ids);
        if (version != null && versionOf(ids.getFirst()) != version) {
            throw Conflict.stale("the document");
        }
        places.stream()
                .map(Place::state)
                .filter(state -> state != DocumentState.INBOX && state != DocumentState.FILED)
                .findFirst()
                .ifPresent(state -> {
                    throw Conflict.state(PageEdits.why(state));
                });
        if (places.stream().map(Place::caseId).distinct().count() > 1) {
            throw new InvalidInput(named, "must be in the same case, or all in the inbox");
        }
        requireOpen(places.getFirst().caseId());
        for (Place each : places) {
            state(each.id(), DocumentState.RECEIVED, null);
            items.refresh(each.id());
            journal.append(NewEntry.of(Action.DIVISION_ORDERED, Actor.of(by))
                    .in(each.caseId())
                    .about(each.id()));
        }
    }

    /** Its row is locked, so that it is not closed in between. */
    private void requireOpen(@Nullable CaseId caseId) {
        if (caseId == null) {
            return;
        }
        boolean open = sql.sql("select state = 'OPEN' from case_file where id = :case for no key update")
                .param("case", caseId.value())
                .query(Boolean.class)
                .single();
        if (!open) {
            throw Conflict.state("the case is closed");
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

    /**
     * The documents made of it, and of what else they were made, are one again each; as long as all still wait, or stand in
     * the open case as they were made.
     */
    Set<DocumentId> undo(DocumentId id, Viewer by) {
        Set<DocumentId> made = related(MADE, Set.of(id));
        Set<DocumentId> sources = related(SOURCES, made);
        sources.add(id);
        lockItems(sources);
        requireNoneThrownAway(id, made, by);
        requireEditable(id, by);
        sources.forEach(source -> requireEditable(source, by));
        List<Place> places = places(sources);
        if (!places.stream().allMatch(each -> each.state() == DocumentState.DIVIDED)) {
            throw Conflict.state("the document is not divided");
        }
        CaseId caseId = places.getFirst().caseId();
        if (caseId == null) {
            requireWaiting(made);
        } else {
            requireOpen(caseId);
            requireUntouched(made, caseId);
            belongings.back(made, sources, firstSource(made));
            changed(caseId);
        }
        made.forEach(each -> remove(each, caseId, by));
        for (DocumentId source : sources) {
            state(
                    source,
                    caseId == null ? DocumentState.INBOX : DocumentState.FILED,
                    caseId == null ? "undivided" : null);
            numbers.claimAgain(source);
            items.refresh(source);
            journal.append(
                    NewEntry.of(Action.DIVISION_UNDONE, Actor.of(by)).in(caseId).about(source));
        }
        return sources;
    }

    private DocumentId firstSource(Set<DocumentId> made) {
        return sources(made.iterator().next()).getFirst().source();
    }

    /** What is in the trash hides what it was made of; who may edit the case is told why that cannot be undone. */
    private void requireNoneThrownAway(DocumentId id, Set<DocumentId> made, Viewer by) {
        boolean thrown = sql.sql("""
                select exists (select from document s join document m on m.case_id = s.case_id
                               where s.id = :id and m.id = any(cast(:made as uuid[])) and m.trashed_at is not null)
                """)
                .param("id", id.value())
                .param("made", Values.array(made))
                .query(Boolean.class)
                .single();
        if (thrown && policy.mayEdit(by, id)) {
            throw Conflict.state("a document made of its pages is in the trash");
        }
    }

    private void requireWaiting(Set<DocumentId> made) {
        if (!allIn(made, Set.of(DocumentState.INBOX)) || !parts(made).isEmpty()) {
            throw Conflict.state("what was made of its pages does not wait in the inbox any more");
        }
    }

    private Set<DocumentId> parts(Set<DocumentId> made) {
        return related("select id from document where parent_id = any(:ids)", made);
    }

    private void requireUntouched(Set<DocumentId> made, CaseId caseId) {
        places(made);
        int untouched = sql.sql("""
                select count(*) from document d join document_made m on m.document_id = d.id and m.version = d.version
                where d.id = any(cast(:ids as uuid[])) and d.case_id = :case and d.state = 'FILED'
                  and d.trashed_at is null
                """)
                .param("ids", Values.array(made))
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
        if (untouched < made.size() || !parts(made).isEmpty()) {
            throw Conflict.state("what was made of its pages has been changed since");
        }
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

    private void remove(DocumentId id, @Nullable CaseId caseId, Viewer by) {
        corrections.back(id);
        CONTENTS.forEach(table -> forget(table, id));
        sql.sql("delete from document where id = :id").param("id", id.value()).update();
        journal.append(
                NewEntry.of(Action.DOCUMENT_WITHDRAWN, Actor.of(by)).in(caseId).about(id));
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
