package io.liasse.store.document;

import io.liasse.store.database.Values;
import io.liasse.store.type.TypeClues;
import io.liasse.store.type.TypeModel;
import io.liasse.store.type.TypeProposal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was learned of the types of documents; learning is part of the transaction of the decision. */
final class LearnedTypes {
    private final JdbcClient sql;
    private final DocumentTypes types;

    LearnedTypes(JdbcClient sql, DocumentTypes types) {
        this.sql = sql;
        this.types = types;
    }

    /** None for what has a type, or no text. */
    Optional<TypeProposal> propose(Document document) {
        if (document.type() != null) {
            return Optional.empty();
        }
        TypeClues clues = clues(document);
        return TypeModel.propose(clues, counts(clues), types.all());
    }

    private TypeClues clues(Document document) {
        List<String> pages = sql.sql("""
                select left(text, :letters) from document_page where document_id = :document and page <= :pages
                order by page
                """)
                .param("letters", TypeClues.LETTERS)
                .param("document", document.id().value())
                .param("pages", TypeClues.PAGES)
                .query((row, index) -> row.getString(1))
                .list();
        return TypeClues.of(pages, document.mediaType(), document.pages(), document.sender());
    }

    private TypeModel.Counts counts(TypeClues clues) {
        List<String> keys = new ArrayList<>(clues.sightings().keySet());
        keys.add(TypeModel.ALL);
        Map<String, Map<String, Double>> counts = new HashMap<>();
        sql.sql("select key, type, documents from type_count where key = any(:keys) and documents > 0")
                .param("keys", Values.array(keys))
                .query(row -> {
                    counts.computeIfAbsent(row.getString("key"), none -> new HashMap<>())
                            .put(row.getString("type"), row.getDouble("documents"));
                });
        return new TypeModel.Counts(counts);
    }

    /** Learns that the document is of this type, in place of what was decided about it before. */
    void learn(Document document, String type) {
        record Example(String type, List<String> keys) {}
        Optional<Example> before = sql.sql("select type, keys from type_example where document_id = :document")
                .param("document", document.id().value())
                .query((row, index) -> new Example(row.getString("type"), Values.texts(row, "keys")))
                .optional();
        if (before.filter(each -> each.type().equals(type)).isPresent()) {
            return;
        }
        TypeClues clues = clues(document);
        if (before.isEmpty() && !clues.readable()) {
            return;
        }
        List<String> keys = before.map(Example::keys)
                .orElseGet(() -> List.copyOf(clues.sightings().keySet()));
        sql.sql("""
                insert into type_example (document_id, type, keys) values (:document, :type, :keys)
                on conflict (document_id) do update set type = excluded.type
                """)
                .param("document", document.id().value())
                .param("type", type)
                .param("keys", Values.array(keys))
                .update();
        Map<String, Integer> changes = new TreeMap<>(Map.of(type, 1));
        before.ifPresent(each -> changes.put(each.type(), -1));
        count(keys, changes);
    }

    /** In one order of keys, so that two decisions at a time do not wait for one another crosswise. */
    private void count(Collection<String> keys, Map<String, Integer> changes) {
        List<String> all = new ArrayList<>(keys);
        all.add(TypeModel.ALL);
        sql.sql("""
                insert into type_count as c (key, type, documents)
                select k.key, t.type, t.change
                from unnest(:keys) as k (key), unnest(:types, cast(:changes as int[])) as t (type, change)
                order by k.key, t.type
                on conflict (key, type) do update set documents = c.documents + excluded.documents
                """)
                .param("keys", Values.array(all))
                .param("types", Values.array(changes.keySet()))
                .param("changes", Values.array(changes.values()))
                .update();
    }
}
