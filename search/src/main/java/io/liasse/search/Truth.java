package io.liasse.search;

import io.liasse.search.lucene.Entry;
import io.liasse.search.lucene.Key;
import io.liasse.search.lucene.Kind;
import io.liasse.store.access.Visibility;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the database what the index is to hold, many at a time and without a viewer. Thread-safe. */
@Component
class Truth {
    private final JdbcClient sql;
    private final Clock clock;

    Truth(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is there now of these; what is not returned is to leave the index. */
    List<Entry> entries(Kind kind, Collection<UUID> ids) {
        return switch (kind) {
            case DOCUMENT -> documents(ids);
            case CASE -> cases(ids);
            case PERSON -> people(ids);
        };
    }

    /** The next ids of a kind in ascending order, from the beginning when {@code after} is null. */
    List<UUID> ids(Kind kind, @Nullable UUID after, int limit) {
        return sql.sql("select id from " + table(kind) + " where id > :after order by id limit :limit")
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .<UUID>query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** How many there are in all. */
    long count() {
        return sql.sql("""
                select (select count(*) from document) + (select count(*) from case_file) + (select count(*) from party)
                """).query(Long.class).single();
    }

    /** The phases of cases. */
    Map<UUID, String> phases(Collection<UUID> cases) {
        Map<UUID, String> phases = new HashMap<>();
        sql.sql("select id, phase from case_file where id = any(:ids)")
                .param("ids", cases.toArray(UUID[]::new))
                .query(row -> {
                    phases.put(row.getObject("id", UUID.class), row.getString("phase"));
                });
        return phases;
    }

    /** Everybody who takes or took part in one of the cases. */
    Set<UUID> peopleOf(Collection<UUID> cases) {
        return related("select party_id from participant where case_id = any(:ids)", cases);
    }

    /** The cases in which one of these takes or took part. */
    Set<UUID> casesOf(Collection<UUID> people) {
        return related("select case_id from participant where party_id = any(:ids)", people);
    }

    /** Which of these people take part in a case that is visible. */
    Set<UUID> visible(Collection<UUID> people, Visibility visibility) {
        return sql.sql("""
                select each.id from unnest(:people) as each (id)
                where exists (
                    select from participant
                    where party_id = each.id
                    and (case_id = any(:granted) or (:unsealed and not case_id = any(:sealed))))
                """)
                .param("people", people.toArray(UUID[]::new))
                .param("granted", ids(visibility.granted()))
                .param("unsealed", visibility.allUnsealed())
                .param("sealed", ids(visibility.sealedNotGranted()))
                .<UUID>query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** Which of these documents the user posted. */
    Set<UUID> postedBy(UUID user, Collection<UUID> documents) {
        return sql.sql("select id from document where id = any(:ids) and posted_by = :user")
                .param("ids", documents.toArray(UUID[]::new))
                .param("user", user)
                .<UUID>query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    /** People with an identifier of exactly one of these normalised forms. */
    List<UUID> identifiedBy(Collection<String> forms, int limit) {
        return sql.sql("""
                select distinct party_id from party_identifier where normalised = any(:forms) limit :limit
                """)
                .param("forms", forms.toArray(String[]::new))
                .param("limit", limit)
                .<UUID>query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The day of a moment where this program runs. */
    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private List<Entry> documents(Collection<UUID> ids) {
        Map<UUID, List<Entry.PageContent>> pages = pages(ids);
        return sql.sql("""
                select document.*, case_file.year, case_file.number, case_file.phase,
                    array(select tag_id from document_tag where document_id = document.id) as tags
                from document left join case_file on case_file.id = document.case_id
                where document.id = any(:ids) and document.trashed_at is null
                  and document.state not in ('DIVIDED', 'QUARANTINED')
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .<Entry>query((row, number) -> document(row, pages))
                .list();
    }

    private Entry document(ResultSet row, Map<UUID, List<Entry.PageContent>> pages) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID caseId = row.getObject("case_id", UUID.class);
        Instant received = row.getTimestamp("received_at").toInstant();
        LocalDate date = row.getObject("document_date", LocalDate.class);
        return new Entry.OfDocument(
                id,
                caseId,
                caseId == null ? null : reference(row),
                row.getString("phase"),
                row.getString("title"),
                words(row.getString("name"), row.getString("sender")),
                row.getObject("posted_by", UUID.class),
                row.getString("type"),
                row.getString("language"),
                date == null ? day(received) : date,
                received,
                tags(row),
                pages.getOrDefault(id, List.of()));
    }

    /** The tags that something carries. */
    Set<UUID> tagsOf(Key key) {
        return switch (key.kind()) {
            case DOCUMENT -> related("select tag_id from document_tag where document_id = any(:ids)", Set.of(key.id()));
            case CASE -> related("select tag_id from case_tag where case_id = any(:ids)", Set.of(key.id()));
            case PERSON -> Set.of();
        };
    }

    /** The text of a document as read, of long ones the beginning; empty when there is none. */
    String beginning(UUID document) {
        return sql.sql("""
                select coalesce(string_agg(left(text, 4000), ' ' order by page), '')
                from document_page where document_id = :id and page <= 20
                """).param("id", document).query(String.class).single();
    }

    /** A page that was corrected comes twice: as it was corrected, and as it was read. */
    private Map<UUID, List<Entry.PageContent>> pages(Collection<UUID> documents) {
        Map<UUID, List<Entry.PageContent>> pages = new HashMap<>();
        sql.sql("""
                select page.document_id, page.page, said.text, coalesce(page.language, document.language) as language
                from document_page page join document on document.id = page.document_id
                cross join lateral (
                    select page.text, 2 as place
                    union all
                    select latest.text, 1 from (
                        select correction.text from text_correction correction
                        where correction.document_id = page.document_id and correction.page = page.page
                        order by correction.version desc limit 1) latest
                    where latest.text is not null) said
                where page.document_id = any(:ids)
                order by page.document_id, page.page, said.place
                """).param("ids", documents.toArray(UUID[]::new)).query(row -> {
            pages.computeIfAbsent(row.getObject("document_id", UUID.class), id -> new ArrayList<>())
                    .add(new Entry.PageContent(row.getInt("page"), row.getString("text"), row.getString("language")));
        });
        return pages;
    }

    private List<Entry> cases(Collection<UUID> ids) {
        return sql.sql("""
                select case_file.*, (
                    select string_agg(distinct party.name, ', ')
                    from participant join party on party.id = participant.party_id
                    where participant.case_id = case_file.id) as names,
                    array(select tag_id from case_tag where case_id = case_file.id) as tags
                from case_file where id = any(:ids)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .<Entry>query((row, number) -> caseFile(row))
                .list();
    }

    private Entry caseFile(ResultSet row) throws SQLException {
        Instant opened = row.getTimestamp("opened_at").toInstant();
        return new Entry.OfCase(
                row.getObject("id", UUID.class),
                reference(row),
                row.getString("phase"),
                row.getString("title"),
                words(row.getString("names")),
                row.getString("type"),
                day(opened),
                opened,
                tags(row));
    }

    private List<Entry> people(Collection<UUID> ids) {
        return sql.sql("""
                select party.*,
                    array(select distinct case_id from participant where party_id = party.id) as cases,
                    array(select value || ' ' || normalised from party_identifier where party_id = party.id) as known_by
                from party where id = any(:ids)
                """)
                .param("ids", ids.toArray(UUID[]::new))
                .<Entry>query((row, number) -> person(row))
                .list();
    }

    private static Entry person(ResultSet row) throws SQLException {
        UUID[] cases = (UUID[]) row.getArray("cases").getArray();
        String[] knownBy = (String[]) row.getArray("known_by").getArray();
        return new Entry.OfPerson(
                row.getObject("id", UUID.class),
                row.getString("name"),
                words(row.getString("place"), row.getString("birth_date"), String.join(" ", knownBy)),
                new HashSet<>(List.of(cases)));
    }

    private Set<UUID> related(String query, Collection<UUID> ids) {
        return sql.sql(query)
                .param("ids", ids.toArray(UUID[]::new))
                .<UUID>query((row, number) -> row.getObject(1, UUID.class))
                .set();
    }

    private static UUID[] ids(Collection<CaseId> cases) {
        return cases.stream().map(CaseId::value).toArray(UUID[]::new);
    }

    private static Set<UUID> tags(ResultSet row) throws SQLException {
        return Set.of((UUID[]) row.getArray("tags").getArray());
    }

    private static String reference(ResultSet row) throws SQLException {
        return new CaseReference(row.getInt("year"), row.getInt("number")).toString();
    }

    private static String words(@Nullable String... parts) {
        return Stream.of(parts)
                .flatMap(each -> Optional.ofNullable(each).stream())
                .collect(Collectors.joining(" "));
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case DOCUMENT -> "document";
            case CASE -> "case_file";
            case PERSON -> "party";
        };
    }
}
