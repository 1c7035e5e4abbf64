package io.liasse.store.document;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.NewEntry;
import io.liasse.store.party.NameKeys;
import io.liasse.store.party.Numbers;
import io.liasse.store.type.TypeProposal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marks what a case waits for as arrived when it is filed there, and as awaited again when it leaves. Every method is part
 * of the transaction that files, after the row of the case is locked, and returns the entries for the journal.
 */
final class Arrivals {
    private static final int FIRST_PAGES = 10;
    private static final int MOST = 200;

    private final JdbcClient sql;

    Arrivals(JdbcClient sql) {
        this.sql = sql;
    }

    /** Something that a case waits for. */
    private record Expected(
            UUID id,
            String what,
            @Nullable UUID party,
            @Nullable String type) {}

    /**
     * Nothing arrives unless exactly one open awaited document fits best: by the party found on the document or as its
     * sender, by the type where no party is said; one whose party and type agree before one where the type is not known.
     */
    List<NewEntry> arrive(Document document, CaseId caseId, LearnedTypes learned, Actor by) {
        List<Expected> open = sql.sql("""
                select id, what, party_id, type from awaited_document
                where case_id = :case and state = 'OPEN' and (party_id is not null or type is not null)
                order by id limit :most
                """)
                .param("case", caseId.value())
                .param("most", MOST)
                .query((row, index) -> new Expected(
                        Values.id(row, "id"),
                        row.getString("what"),
                        Values.idOrNull(row, "party_id"),
                        row.getString("type")))
                .list();
        if (open.isEmpty()) {
            return List.of();
        }
        List<Expected> fitting = fitting(document, open, learned);
        if (fitting.size() != 1) {
            return List.of();
        }
        Expected arrived = fitting.getFirst();
        sql.sql("""
                update awaited_document set state = 'ARRIVED', document_id = :document, version = version + 1
                where id = :id
                """)
                .param("document", document.id().value())
                .param("id", arrived.id())
                .update();
        return List.of(entry(Action.AWAITED_ARRIVED, by, caseId, document.id(), arrived.what()));
    }

    /** Those that fit best. */
    private List<Expected> fitting(Document document, List<Expected> open, LearnedTypes learned) {
        Set<UUID> present = present(document, open);
        String type = open.stream().allMatch(each -> each.type() == null) ? null : type(document, learned);
        List<Expected> whole = new ArrayList<>();
        List<Expected> half = new ArrayList<>();
        for (Expected each : open) {
            boolean from = each.party() != null && present.contains(each.party());
            boolean typed = each.type() != null && each.type().equals(type);
            boolean contradicted = each.type() != null && type != null && !typed;
            if (from && typed) {
                whole.add(each);
            } else if (!contradicted && (from || (each.party() == null && typed))) {
                half.add(each);
            }
        }
        return whole.isEmpty() ? half : whole;
    }

    private static @Nullable String type(Document document, LearnedTypes learned) {
        return document.type() != null
                ? document.type()
                : learned.propose(document).map(TypeProposal::type).orElse(null);
    }

    /** The parties that the document names, or that sent it. */
    private Set<UUID> present(Document document, List<Expected> open) {
        List<UUID> asked = open.stream()
                .map(Expected::party)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            return Set.of();
        }
        Set<String> keys = new HashSet<>();
        texts(document).forEach(text -> {
            keys.addAll(Numbers.in(text));
            NameKeys.in(text).stream().filter(key -> !NameKeys.isBySound(key)).forEach(keys::add);
        });
        Set<UUID> present = new HashSet<>();
        sql.sql("""
                select party_id, folded as key from party_identifier where party_id = any(cast(:parties as uuid[]))
                union all
                select party_id, key from party_name where party_id = any(cast(:parties as uuid[]))
                """).param("parties", Values.array(asked)).query(row -> {
            if (keys.contains(row.getString("key"))) {
                present.add(Values.id(row, "party_id"));
            }
        });
        return present;
    }

    private List<String> texts(Document document) {
        List<String> texts = new ArrayList<>(sql.sql("""
                select text from document_page where document_id = :document and page <= :pages order by page
                """)
                .param("document", document.id().value())
                .param("pages", FIRST_PAGES)
                .query((row, index) -> row.getString("text"))
                .list());
        if (document.sender() != null && document.parent() == null) {
            texts.add(document.sender());
        }
        return texts;
    }

    /** What the document answered is awaited again. */
    private List<NewEntry> reopened(DocumentId id, Actor by, String change) {
        return sql.sql("""
                update awaited_document set state = 'OPEN', version = version + 1 %s
                where document_id = :document and state = 'ARRIVED' returning case_id, what
                """.formatted(change))
                .param("document", id.value())
                .query((row, index) -> entry(
                        Action.AWAITED_OPENED, by, new CaseId(Values.id(row, "case_id")), id, row.getString("what")))
                .list();
    }

    /** It left the case. */
    List<NewEntry> leave(DocumentId id, Actor by) {
        return reopened(id, by, ", document_id = null");
    }

    /** It was thrown away. */
    List<NewEntry> hide(DocumentId id, Actor by) {
        return reopened(id, by, "");
    }

    /** It was taken out of the trash, unless something else was made of what it answered. */
    List<NewEntry> show(DocumentId id, Actor by) {
        return sql.sql("""
                update awaited_document set state = 'ARRIVED', version = version + 1
                where document_id = :document and state = 'OPEN' returning case_id, what
                """)
                .param("document", id.value())
                .query((row, index) -> entry(
                        Action.AWAITED_ARRIVED, by, new CaseId(Values.id(row, "case_id")), id, row.getString("what")))
                .list();
    }

    private static NewEntry entry(Action action, Actor by, CaseId caseId, DocumentId document, String what) {
        return NewEntry.of(action, by).in(caseId).about(document).with(Map.of("awaited", what));
    }
}
