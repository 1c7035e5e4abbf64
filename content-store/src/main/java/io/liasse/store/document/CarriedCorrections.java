package io.liasse.store.document;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Corrections go where their pages go, with all their versions: into documents made of these pages, and back. */
final class CarriedCorrections {
    private final JdbcClient sql;

    CarriedCorrections(JdbcClient sql) {
        this.sql = sql;
    }

    void into(UUID made) {
        sql.sql("""
                insert into text_correction (document_id, page, version, text, read_digest, user_id, made_by, made_at)
                select s.document_id, s.page, c.version, c.text, c.read_digest, c.user_id, c.made_by, c.made_at
                from document_source s
                join text_correction c on c.document_id = s.source_id and c.page = s.source_page
                where s.document_id = :made
                """).param("made", made).update();
    }

    /** What was said of the pages of a document that is about to be undone. The sources have its beginning already. */
    void back(DocumentId made) {
        sql.sql("""
                insert into text_correction (document_id, page, version, text, read_digest, user_id, made_by, made_at)
                select s.source_id, s.source_page, c.version, c.text, c.read_digest, c.user_id, c.made_by, c.made_at
                from document_source s join text_correction c on c.document_id = s.document_id and c.page = s.page
                where s.document_id = :made
                on conflict do nothing
                """).param("made", made.value()).update();
    }
}
