package io.liasse.store.document;

import io.liasse.store.NotFound;
import io.liasse.store.database.Values;
import io.liasse.store.document.VersionContents.BasePage;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The versions of a document beside each other. Asks for no right: whoever may see a document may see all its versions.
 * Thread-safe.
 */
@Component
public class Versions {
    private final JdbcClient sql;
    private final VersionContents contents;

    Versions(JdbcClient sql) {
        this.sql = sql;
        this.contents = new VersionContents(sql);
    }

    /** Of one version; {@code page} from 1 for PAGE, 0 for other kinds. */
    public Optional<Rendition> rendition(DocumentId id, int number, RenditionKind kind, int page) {
        return contents.rendition(id, number, kind, page);
    }

    /** How many pages each version has, by its number; none for documents that nobody edited. */
    public Map<Integer, Integer> pageCounts(DocumentId id) {
        return sql
                .sql("select number, count(*) as pages from version_page where document_id = :id group by number")
                .param("id", id.value())
                .query((row, index) -> Map.entry(row.getInt("number"), row.getInt("pages")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What became of the pages of one version in another; {@link NotFound} when the document has not both. */
    public VersionChanges changes(DocumentId id, int from, int to) {
        return VersionChanges.between(from, pages(id, from), to, pages(id, to));
    }

    /** Of a document that nobody edited they are as they came. */
    private List<BasePage> pages(DocumentId id, int number) {
        List<BasePage> pages = contents.pages(id, number);
        if (!pages.isEmpty()) {
            return pages;
        }
        if (number != contents.current(id)) {
            throw new NotFound("version");
        }
        return sql.sql("select page from document_page where document_id = :id order by page")
                .param("id", id.value())
                .query((row, index) -> new BasePage(row.getInt("page"), row.getInt("page"), 0))
                .list();
    }

    /** What was read on these pages of a version, without what people corrected: that goes with its page. */
    public Map<Integer, String> texts(DocumentId id, int number, Collection<Integer> pages) {
        return sql
                .sql("""
                        select page, text from document_page
                        where document_id = :id and page = any(cast(:pages as int[]))
                          and :number = (select max(number) from document_version where document_id = :id)
                        union all
                        select cast(p ->> 'page' as int), p ->> 'text'
                        from version_content, jsonb_array_elements(content -> 'document_page') as p
                        where document_id = :id and number = :number and cast(p ->> 'page' as int) = any(cast(:pages as int[]))
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("pages", Values.array(List.copyOf(pages)))
                .query((row, index) -> Map.entry(row.getInt("page"), row.getString("text")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
