package io.liasse.store.document;

import io.liasse.store.database.Values;
import io.liasse.store.object.Sha256;
import io.liasse.store.object.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What earlier versions of a document held, kept and put back. Every method is one transaction's work. */
final class VersionContents {
    /** Tables whose rows belong to a version; of fields only those that were read. */
    private static final List<String> TABLES =
            List.of("document_page", "document_hint", "document_boundary", "document_field", "document_candidate");

    private final JdbcClient sql;

    VersionContents(JdbcClient sql) {
        this.sql = sql;
    }

    /** The number of the present version. */
    int current(DocumentId id) {
        return sql.sql("select max(number) from document_version where document_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    /** Notes of a document that is edited for the first time that its pages are as they came. */
    void begin(DocumentId id) {
        sql.sql("""
                insert into version_page (document_id, number, page, base_page, turn)
                select document_id, (select max(number) from document_version v where v.document_id = p.document_id),
                       page, page, 0
                from document_page p
                where document_id = :id and not exists (select from version_page where document_id = :id)
                """).param("id", id.value()).update();
    }

    void keep(DocumentId id, int number) {
        sql.sql("""
                insert into version_rendition (document_id, number, kind, page, sha256, size, media_type)
                select document_id, :number, kind, page, sha256, size, media_type
                from document_rendition where document_id = :id
                """).param("id", id.value()).param("number", number).update();
        String rows = TABLES.stream()
                .map(table -> "'%1$s', (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from %1$s t where %2$s)"
                        .formatted(table, of(table)))
                .collect(Collectors.joining(", "));
        sql.sql("insert into version_content (document_id, number, content) select :id, :number, jsonb_build_object("
                        + rows + ")")
                .param("id", id.value())
                .param("number", number)
                .update();
    }

    private static String of(String table) {
        return table.equals("document_field") ? "t.document_id = :id and not t.by_person" : "t.document_id = :id";
    }

    void putBack(DocumentId id, int number) {
        sql.sql("delete from document_rendition where document_id = :id")
                .param("id", id.value())
                .update();
        sql.sql("""
                insert into document_rendition (document_id, kind, page, sha256, size, media_type)
                select document_id, kind, page, sha256, size, media_type
                from version_rendition where document_id = :id and number = :number
                """).param("id", id.value()).param("number", number).update();
        TABLES.forEach(table -> putBack(id, number, table));
    }

    private void putBack(DocumentId id, int number, String table) {
        sql.sql("delete from " + table + " t where " + of(table))
                .param("id", id.value())
                .update();
        sql.sql("""
                insert into %1$s
                select (jsonb_populate_recordset(null::%1$s, content -> '%1$s')).*
                from version_content where document_id = :id and number = :number
                """.formatted(table))
                .param("id", id.value())
                .param("number", number)
                .update();
    }

    /** Of an earlier version, or of the present one. */
    Optional<Rendition> rendition(DocumentId id, int number, RenditionKind kind, int page) {
        return sql.sql("""
                select sha256, size, media_type from version_rendition
                where document_id = :id and number = :number and kind = :kind and page = :page
                union all
                select sha256, size, media_type from document_rendition
                where document_id = :id and kind = :kind and page = :page
                  and :number = (select max(number) from document_version where document_id = :id)
                limit 1
                """)
                .param("id", id.value())
                .param("number", number)
                .param("kind", kind.name())
                .param("page", page)
                .query((row, index) -> new Rendition(
                        kind,
                        page,
                        new StoredObject(new Sha256(row.getString("sha256")), row.getLong("size")),
                        row.getString("media_type")))
                .optional();
    }

    /** A page of a version: its page in version 1, and how far it was turned since. */
    record BasePage(int page, int base, int turn) {}

    /** None for documents that nobody edited. */
    List<BasePage> pages(DocumentId id, int number) {
        return sql.sql("""
                select page, base_page, turn from version_page where document_id = :id and number = :number order by page
                """)
                .param("id", id.value())
                .param("number", number)
                .query((row, index) -> new BasePage(row.getInt("page"), row.getInt("base_page"), row.getInt("turn")))
                .list();
    }

    /** Whether the pages of the present version are other ones than those of the first, in another order, or turned. */
    boolean edited(DocumentId id) {
        return sql.sql("""
                select count(*) filter (where number = first and first < present)
                    > count(*) filter (where number = present and page = base_page and turn = 0)
                from (select *, min(number) over () as first, max(number) over () as present
                      from version_page where document_id = :id) p
                """).param("id", id.value()).query(Boolean.class).single();
    }

    void note(DocumentId id, int number, List<BasePage> pages) {
        sql.sql("""
                insert into version_page (document_id, number, page, base_page, turn)
                select :id, :number, page, base, turn
                from unnest(cast(:pages as int[]), cast(:bases as int[]), cast(:turns as int[])) as p (page, base, turn)
                """)
                .param("id", id.value())
                .param("number", number)
                .param("pages", Values.array(pages.stream().map(BasePage::page).toList()))
                .param("bases", Values.array(pages.stream().map(BasePage::base).toList()))
                .param("turns", Values.array(pages.stream().map(BasePage::turn).toList()))
                .update();
    }
}
