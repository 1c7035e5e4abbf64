package io.liasse.store.document;

import io.liasse.store.database.Values;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people put on filed documents goes along into the documents made of their pages, and back when these are undone:
 * values, tags, flags, and what tasks, awaited documents and costs are about. Where only one can have it, that is the first. Every
 * method is part of a transaction.
 */
final class Belongings {
    private static final List<String> ABOUT =
            List.of("task", "awaited_document", "cost_entry", "consent", "disclosure");

    private final JdbcClient sql;

    Belongings(JdbcClient sql) {
        this.sql = sql;
    }

    void into(List<DocumentId> made, Collection<DocumentId> sources) {
        DocumentId first = made.getFirst();
        values(first, sources);
        sql.sql("""
                insert into document_tag (document_id, tag_id)
                select distinct m.id, t.tag_id
                from unnest(cast(:made as uuid[])) as m (id)
                join document_tag t on t.document_id = any(cast(:sources as uuid[]))
                """)
                .param("made", Values.array(made))
                .param("sources", Values.array(sources))
                .update();
        sql.sql("""
                insert into document_mark (document_id, user_id, shared, marked_at)
                select :first, user_id, shared, marked_at
                from document_mark where document_id = any(cast(:sources as uuid[])) order by marked_at
                on conflict do nothing
                """)
                .param("first", first.value())
                .param("sources", Values.array(sources))
                .update();
        ABOUT.forEach(table -> follow(table, first, sources));
    }

    /** Values without a page; those with one went with it. */
    private void values(DocumentId first, Collection<DocumentId> sources) {
        sql.sql("""
                insert into document_field (document_id, ordinal, by_person, name, value, confidence, label)
                select :first,
                       (select coalesce(max(ordinal), 0) from document_field where document_id = :first and by_person)
                           + row_number() over (order by p.name),
                       true, p.name, p.value, 1, p.label
                from (select distinct on (name) * from document_field
                      where document_id = any(cast(:sources as uuid[])) and by_person and page is null
                      order by name, array_position(cast(:sources as uuid[]), document_id)) p
                where not exists (select from document_field f
                                  where f.document_id = :first and f.by_person and f.name = p.name)
                """)
                .param("first", first.value())
                .param("sources", Values.array(sources))
                .update();
    }

    private void follow(String table, DocumentId first, Collection<DocumentId> sources) {
        sql.sql("""
                with moved as (
                    update %s t set document_id = :first, version = t.version + 1
                    from %s before where before.id = t.id and t.document_id = any(cast(:sources as uuid[]))
                    returning t.id, before.document_id)
                insert into document_link (made_id, subject, source_id) select :first, id, document_id from moved
                """.formatted(table, table))
                .param("first", first.value())
                .param("sources", Values.array(sources))
                .update();
    }

    /** What is new on the documents made goes to the first source; flags taken away there are gone here too. */
    void back(Collection<DocumentId> made, Collection<DocumentId> sources, DocumentId first) {
        sql.sql("""
                delete from document_mark s
                where s.document_id = any(cast(:sources as uuid[])) and not exists (
                    select from document_mark m where m.document_id = any(cast(:made as uuid[]))
                      and m.shared = s.shared and (m.shared or m.user_id = s.user_id))
                """)
                .param("made", Values.array(made))
                .param("sources", Values.array(sources))
                .update();
        sql.sql("""
                insert into document_mark (document_id, user_id, shared, marked_at)
                select :first, user_id, shared, marked_at
                from document_mark m where document_id = any(cast(:made as uuid[])) and not exists (
                    select from document_mark s where s.document_id = any(cast(:sources as uuid[]))
                      and m.shared = s.shared and (m.shared or m.user_id = s.user_id))
                order by marked_at
                on conflict do nothing
                """)
                .param("first", first.value())
                .param("made", Values.array(made))
                .param("sources", Values.array(sources))
                .update();
        ABOUT.forEach(table -> sql.sql("""
                        update %s t set version = version + 1, document_id = coalesce(
                            (select l.source_id from document_link l where l.made_id = t.document_id and l.subject = t.id),
                            :first)
                        where document_id = any(cast(:made as uuid[]))
                        """.formatted(table))
                .param("first", first.value())
                .param("made", Values.array(made))
                .update());
    }
}
