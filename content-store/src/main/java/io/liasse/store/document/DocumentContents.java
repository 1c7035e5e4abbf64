package io.liasse.store.document;

import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.database.Json;
import io.liasse.store.database.Values;
import io.liasse.store.object.Sha256;
import io.liasse.store.object.StoredObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** What belongs to one document: fields, candidates, versions, pages, renditions, signatures. */
final class DocumentContents {
    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final ArchiveNumbers numbers;
    private final Likenesses likenesses;

    DocumentContents(JdbcClient sql, AccessPolicy policy) {
        this.sql = sql;
        this.policy = policy;
        this.numbers = new ArchiveNumbers(sql);
        this.likenesses = new Likenesses(sql, policy);
    }

    /** What a person has set stands for what was read under the same name. */
    List<Field> fields(DocumentId id) {
        return sql.sql("""
                select * from document_field f
                where document_id = :document
                  and (by_person or not exists (select from document_field p
                        where p.document_id = :document and p.by_person and p.name = f.name))
                order by by_person, ordinal
                """)
                .param("document", id.value())
                .query(DocumentContents::field)
                .list();
    }

    private static Field field(ResultSet row, int index) throws SQLException {
        return new Field(
                row.getString("name"),
                row.getString("value"),
                row.getObject("page", Integer.class),
                box(row),
                row.getDouble("confidence"),
                row.getObject("valid", Boolean.class),
                row.getString("label"),
                row.getString("note"));
    }

    private static @Nullable Box box(ResultSet row) throws SQLException {
        if (row.getObject("x") == null) {
            return null;
        }
        return new Box(row.getDouble("x"), row.getDouble("y"), row.getDouble("width"), row.getDouble("height"));
    }

    List<Candidate> candidates(DocumentId id, Viewer viewer) {
        return sql.sql("""
                select c.id, c.year, c.number, c.title, k.score, k.evidence
                from document_candidate k join case_file c on c.id = k.case_id
                where k.document_id = :document
                  and (exists (select from %s s where s.id = k.case_id)
                       or exists (select from %s s where s.id = k.case_id))
                order by k.ordinal
                """.formatted(policy.sightOf(viewer).cases(), policy.fileableBy(viewer)))
                .param("viewer", viewer.user().value())
                .param("document", id.value())
                .query(DocumentContents::candidate)
                .list();
    }

    private static Candidate candidate(ResultSet row, int index) throws SQLException {
        return new Candidate(
                new CaseId(Values.id(row, "id")),
                new CaseReference(row.getInt("year"), row.getInt("number")),
                row.getString("title"),
                row.getDouble("score"),
                Json.read(row.getString("evidence"), EVIDENCE));
    }

    /** Replaces the candidates. */
    void keep(DocumentId id, List<Candidate> candidates) {
        sql.sql("delete from document_candidate where document_id = :document")
                .param("document", id.value())
                .update();
        double best = candidates.stream().mapToDouble(Candidate::score).max().orElse(0);
        int ordinal = 0;
        for (Candidate each : candidates) {
            keep(id, ordinal++, each, each.score() >= best);
        }
    }

    private void keep(DocumentId id, int ordinal, Candidate candidate, boolean best) {
        List<Evidence> evidence = candidate.evidence().stream()
                .map(each -> new Evidence(each.kind(), Values.storable(each.value()), each.page()))
                .toList();
        sql.sql("""
                insert into document_candidate (document_id, ordinal, case_id, score, best, evidence)
                values (:document, :ordinal, :case, :score, :best, cast(:evidence as jsonb))
                """)
                .param("document", id.value())
                .param("ordinal", ordinal)
                .param("case", candidate.caseId().value())
                .param("score", candidate.score())
                .param("best", best)
                .param("evidence", Json.write(evidence))
                .update();
    }

    List<Version> versions(DocumentId id) {
        return sql.sql("select * from document_version where document_id = :document order by number")
                .param("document", id.value())
                .query((row, index) -> new Version(
                        row.getInt("number"),
                        new Sha256(row.getString("sha256")),
                        row.getLong("size"),
                        row.getString("media_type"),
                        row.getString("reason"),
                        row.getString("made_by"),
                        Values.moment(row, "made_at")))
                .list();
    }

    List<PageText> pages(DocumentId id) {
        return sql.sql("select * from document_page where document_id = :document order by page")
                .param("document", id.value())
                .query((row, index) -> new PageText(
                        row.getInt("page"),
                        row.getString("text"),
                        row.getString("source"),
                        row.getString("because"),
                        row.getString("language"),
                        row.getObject("confidence", Double.class),
                        row.getDouble("width"),
                        row.getDouble("height")))
                .list();
    }

    Optional<Rendition> rendition(DocumentId id, RenditionKind kind, int page) {
        return sql.sql("""
                select * from document_rendition where document_id = :document and kind = :kind and page = :page
                """)
                .param("document", id.value())
                .param("kind", kind.name())
                .param("page", page)
                .query((row, index) -> new Rendition(
                        kind,
                        page,
                        new StoredObject(new Sha256(row.getString("sha256")), row.getLong("size")),
                        row.getString("media_type")))
                .optional();
    }

    Optional<DocumentId> holderOf(long archiveNumber) {
        return numbers.holder(archiveNumber);
    }

    List<Rendition> renditions(DocumentId id) {
        return sql.sql("select * from document_rendition where document_id = :document order by kind, page")
                .param("document", id.value())
                .query((row, index) -> new Rendition(
                        RenditionKind.valueOf(row.getString("kind")),
                        row.getInt("page"),
                        new StoredObject(new Sha256(row.getString("sha256")), row.getLong("size")),
                        row.getString("media_type")))
                .list();
    }

    List<Signature> signatures(DocumentId id) {
        return sql.sql("select * from document_signature where document_id = :document order by ordinal")
                .param("document", id.value())
                .query((row, index) -> new Signature(
                        row.getString("signer"),
                        Values.momentOrNull(row, "signed_at"),
                        row.getBoolean("whole"),
                        SignatureState.valueOf(row.getString("state"))))
                .list();
    }

    private void insertSignatures(DocumentId id, List<Signature> signatures) {
        sql.sql("""
                insert into document_signature (document_id, ordinal, signer, signed_at, whole, state)
                select :document, ordinal, signer, at, whole, state
                from unnest(:signer, cast(:at as timestamptz[]), cast(:whole as boolean[]), :state)
                    with ordinality as s (signer, at, whole, state, ordinal)
                """)
                .param("document", id.value())
                .param("signer", column(signatures, Signature::signer))
                .param("at", column(signatures, Signature::at))
                .param("whole", column(signatures, Signature::whole))
                .param("state", column(signatures, Signature::state))
                .update();
    }

    /** Replaces pages, renditions, signatures and the fields that were read. */
    void keep(DocumentId id, ReadResult result) {
        forget(id);
        insertPages(id, result.pages());
        insertRenditions(id, result.renditions());
        insertFields(id, numbers.claim(id, result.fields()));
        insertSignatures(id, result.signatures());
        likenesses.keep(id, result.pages());
    }

    /** The text is another one since its pages were edited. */
    void compareAgain(DocumentId id) {
        likenesses.keep(id, pages(id));
    }

    List<Duplicate> duplicates(Document document, Viewer viewer) {
        return likenesses.of(document, viewer);
    }

    /** Forgets all that was read. */
    void forget(DocumentId id) {
        forget(id, "document_page");
        forget(id, "document_rendition");
        forget(id, "document_field");
        forget(id, "document_signature");
        likenesses.forget(id);
    }

    private void forget(DocumentId id, String table) {
        String read = table.equals("document_field") ? " and not by_person" : "";
        sql.sql("delete from " + table + " where document_id = :document" + read)
                .param("document", id.value())
                .update();
    }

    void replaceRenditions(DocumentId id, List<Rendition> renditions) {
        forget(id, "document_rendition");
        insertRenditions(id, renditions);
    }

    /** One page that was read again, with all fields that were read on it; numbers of labels stay given as they were. */
    void readAgain(DocumentId id, PageText page, List<Field> fields) {
        for (String table : List.of("document_page", "document_field")) {
            String read = table.equals("document_field") ? " and not by_person" : "";
            sql.sql("delete from " + table + " where document_id = :document and page = :page" + read)
                    .param("document", id.value())
                    .param("page", page.page())
                    .update();
        }
        insertPages(id, List.of(page));
        insertFields(id, fields);
    }

    private void insertPages(DocumentId id, List<PageText> pages) {
        sql.sql("""
                insert into document_page (document_id, page, text, source, because, language, confidence, width, height)
                select :document, page, text, source, because, language, confidence, width, height
                from unnest(cast(:page as int[]), :text, :source, :because, :language, cast(:confidence as float8[]),
                            cast(:width as float8[]), cast(:height as float8[]))
                    as p (page, text, source, because, language, confidence, width, height)
                """)
                .param("document", id.value())
                .param("page", column(pages, PageText::page))
                .param("text", column(pages, PageText::text))
                .param("source", column(pages, PageText::source))
                .param("because", column(pages, PageText::because))
                .param("language", column(pages, PageText::language))
                .param("confidence", column(pages, PageText::confidence))
                .param("width", column(pages, PageText::width))
                .param("height", column(pages, PageText::height))
                .update();
    }

    private void insertRenditions(DocumentId id, List<Rendition> renditions) {
        sql.sql("""
                insert into document_rendition (document_id, kind, page, sha256, size, media_type)
                select :document, kind, page, sha256, size, type
                from unnest(:kind, cast(:page as int[]), :sha256, cast(:size as bigint[]), :type)
                    as r (kind, page, sha256, size, type)
                """)
                .param("document", id.value())
                .param("kind", column(renditions, Rendition::kind))
                .param("page", column(renditions, Rendition::page))
                .param("sha256", column(renditions, each -> each.object().hash()))
                .param("size", column(renditions, each -> each.object().size()))
                .param("type", column(renditions, Rendition::mediaType))
                .update();
    }

    private void insertFields(DocumentId id, List<Field> fields) {
        sql.sql("""
                insert into document_field (document_id, ordinal, by_person, name, value, page, x, y, width, height,
                                            confidence, valid, label, note)
                select :document, ordinal + (select coalesce(max(ordinal), 0) from document_field
                                             where document_id = :document and not by_person),
                       false, name, value, page, x, y, width, height, confidence, valid, label, note
                from unnest(:name, :value, cast(:page as int[]), cast(:x as float8[]), cast(:y as float8[]),
                            cast(:width as float8[]), cast(:height as float8[]), cast(:confidence as float8[]),
                            cast(:valid as boolean[]), :label, :note)
                    with ordinality as f (name, value, page, x, y, width, height, confidence, valid, label, note,
                                          ordinal)
                """)
                .param("document", id.value())
                .param("name", column(fields, Field::name))
                .param("value", column(fields, Field::value))
                .param("page", column(fields, Field::page))
                .param(
                        "x",
                        column(
                                fields,
                                each -> each.box() == null ? null : each.box().x()))
                .param(
                        "y",
                        column(
                                fields,
                                each -> each.box() == null ? null : each.box().y()))
                .param(
                        "width",
                        column(
                                fields,
                                each -> each.box() == null ? null : each.box().width()))
                .param(
                        "height",
                        column(
                                fields,
                                each -> each.box() == null ? null : each.box().height()))
                .param("confidence", column(fields, Field::confidence))
                .param("valid", column(fields, Field::valid))
                .param("label", column(fields, Field::label))
                .param("note", column(fields, Field::note))
                .update();
    }

    /** One column of many rows, so that all go in one statement. */
    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(each -> each == null ? null : Values.storable(each.toString()))
                .toArray(String[]::new);
    }

    /** A value that a person has set; it keeps the place on the page where it was read. */
    void set(DocumentId id, String name, String value) {
        sql.sql("delete from document_field where document_id = :document and by_person and name = :name")
                .param("document", id.value())
                .param("name", Values.storable(name))
                .update();
        sql.sql("""
                insert into document_field (document_id, ordinal, by_person, name, value, page, x, y, width, height,
                                            confidence, label)
                select :document, next.ordinal, true, :name, :value, r.page, r.x, r.y, r.width, r.height, 1, r.label
                from (select coalesce(max(ordinal), 0) + 1 as ordinal from document_field
                      where document_id = :document and by_person) next
                left join lateral (
                    select * from document_field
                    where document_id = :document and not by_person and name = :name order by ordinal limit 1) r on true
                """)
                .param("document", id.value())
                .param("name", Values.storable(name))
                .param("value", Values.storable(value))
                .update();
    }

    /** Values that people set on the pages that the document was made of are set by people here too. */
    void inheritSet(DocumentId id) {
        sql.sql("""
                update document_field f set by_person = true
                where f.document_id = :document and not f.by_person and exists (
                    select from document_source s
                    join document_field p on p.document_id = s.source_id and p.page = s.source_page
                    where s.document_id = :document and s.page = f.page
                      and p.by_person and p.name = f.name and p.value = f.value)
                """).param("document", id.value()).update();
    }
}
