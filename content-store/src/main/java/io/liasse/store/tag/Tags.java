package io.liasse.store.tag;

import io.liasse.store.Conflict;
import io.liasse.store.InvalidInput;
import io.liasse.store.NotAllowed;
import io.liasse.store.NotFound;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import io.liasse.store.document.DocumentId;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The tags there are, and what they are on. Who may manage tags makes and changes them; who may edit a document or a case
 * puts them on it. Names are unique without regard to case and accents. Thread-safe.
 */
@Component
public class Tags {
    private static final int LONGEST = 40;
    private static final int MOST_ON_ONE = 30;
    private static final String SELECT = "select t.id, t.name, t.colour, t.version from tag t ";

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final AccessPolicy policy;
    private final Journal journal;

    Tags(JdbcClient sql, TransactionOperations transactions, AccessPolicy policy, Journal journal) {
        this.sql = sql;
        this.transactions = transactions;
        this.policy = policy;
        this.journal = journal;
    }

    /** Tags whose name holds the text, by name; at most {@code limit}. */
    public List<Tag> matching(String text, int limit) {
        return sql.sql(SELECT + "where t.folded like :text order by t.folded limit " + limit)
                .param("text", "%" + folded(text) + "%")
                .query(Tags::tag)
                .list();
    }

    public Tag get(TagId id) {
        return find(id).orElseThrow(() -> new NotFound("tag"));
    }

    public Optional<Tag> find(TagId id) {
        return sql.sql(SELECT + "where t.id = :id")
                .param("id", id.value())
                .query(Tags::tag)
                .optional();
    }

    /** Those of these that there are. */
    public Map<TagId, Tag> findAll(Collection<TagId> ids) {
        return sql
                .sql(SELECT + "where t.id = any(cast(:ids as uuid[]))")
                .param("ids", Values.array(ids))
                .query(Tags::tag)
                .list()
                .stream()
                .collect(Collectors.toMap(Tag::id, each -> each));
    }

    public Optional<Tag> named(String name) {
        return sql.sql(SELECT + "where t.folded = :folded")
                .param("folded", folded(name))
                .query(Tags::tag)
                .optional();
    }

    /** Letters, digits and nothing else, so that it holds no sign that {@code like} understands. */
    private static String folded(String name) {
        return String.join(" ", Words.of(name));
    }

    private static Tag tag(ResultSet row, int index) throws SQLException {
        return new Tag(
                new TagId(Values.id(row, "id")),
                row.getString("name"),
                Tag.Colour.valueOf(row.getString("colour")),
                row.getLong("version"));
    }

    public Tag create(String name, Tag.Colour colour, Viewer by) {
        requireManaging(by);
        String checked = checked(name);
        return named(() -> transactions.execute(transaction -> {
            UUID id = sql.sql("insert into tag (name, folded, colour) values (:name, :folded, :colour) returning id")
                    .param("name", checked)
                    .param("folded", folded(checked))
                    .param("colour", colour.name())
                    .query(UUID.class)
                    .single();
            journal.append(NewEntry.of(Action.TAG_CREATED, Actor.of(by)).with(Map.of("tag", checked)));
            return get(new TagId(id));
        }));
    }

    /** What carries the tag carries it under its new name. */
    public Tag change(Tag changed, Viewer by) {
        requireManaging(by);
        String checked = checked(changed.name());
        return named(() -> transactions.execute(transaction -> {
            Tag before = get(changed.id());
            int rows = sql.sql("""
                    update tag set name = :name, folded = :folded, colour = :colour, version = version + 1
                    where id = :id and version = :version
                    """)
                    .param("name", checked)
                    .param("folded", folded(checked))
                    .param("colour", changed.colour().name())
                    .param("id", changed.id().value())
                    .param("version", changed.version())
                    .update();
            if (rows == 0) {
                throw Conflict.stale("the tag");
            }
            journal.append(NewEntry.of(Action.TAG_CHANGED, Actor.of(by))
                    .with(Map.of("before.tag", before.name(), "tag", checked)));
            return get(changed.id());
        }));
    }

    /** From everything that carries it, too. */
    public void remove(TagId id, Viewer by) {
        requireManaging(by);
        transactions.executeWithoutResult(transaction -> {
            Tag tag = get(id);
            sql.sql("delete from tag where id = :id").param("id", id.value()).update();
            journal.append(NewEntry.of(Action.TAG_REMOVED, Actor.of(by)).with(Map.of("tag", tag.name())));
        });
    }

    private static Tag named(java.util.function.Supplier<Tag> write) {
        try {
            return write.get();
        } catch (DuplicateKeyException taken) {
            throw Conflict.state("there is a tag of this name");
        }
    }

    private static String checked(String name) {
        String stripped = Values.storable(name.strip());
        if (folded(stripped).isEmpty() || stripped.length() > LONGEST) {
            throw new InvalidInput("name", "must have 1 to " + LONGEST + " characters, a letter or digit among them");
        }
        return stripped;
    }

    private void requireManaging(Viewer by) {
        if (!policy.mayManageTags(by)) {
            throw new NotAllowed("manage tags");
        }
    }

    /** The tags of each of these, by name; whoever asks sees the documents. */
    public Map<DocumentId, List<Tag>> ofDocuments(Collection<DocumentId> documents) {
        Map<DocumentId, List<Tag>> tags = new HashMap<>();
        sql.sql("""
                select t.id, t.name, t.colour, t.version, o.document_id
                from document_tag o join tag t on t.id = o.tag_id
                where o.document_id = any(cast(:documents as uuid[])) order by t.folded
                """).param("documents", Values.array(documents)).query(row -> {
            tags.computeIfAbsent(new DocumentId(Values.id(row, "document_id")), none -> new ArrayList<>())
                    .add(tag(row, 0));
        });
        return tags;
    }

    public List<Tag> of(DocumentId document) {
        return ofDocuments(List.of(document)).getOrDefault(document, List.of());
    }

    /** The tags of a case, by name. */
    public List<Tag> of(CaseId caseId) {
        return ofCases(List.of(caseId)).getOrDefault(caseId, List.of());
    }

    public Map<CaseId, List<Tag>> ofCases(Collection<CaseId> cases) {
        Map<CaseId, List<Tag>> tags = new HashMap<>();
        sql.sql("""
                select t.id, t.name, t.colour, t.version, o.case_id
                from case_tag o join tag t on t.id = o.tag_id
                where o.case_id = any(cast(:cases as uuid[])) order by t.folded
                """).param("cases", Values.array(cases)).query(row -> {
            tags.computeIfAbsent(new CaseId(Values.id(row, "case_id")), none -> new ArrayList<>())
                    .add(tag(row, 0));
        });
        return tags;
    }

    /** Puts tags on a document and takes others off, by their names; what is so already stays as it is. */
    public void change(DocumentId document, Collection<String> add, Collection<String> remove, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            if (!policy.maySee(by, document)) {
                throw new NotFound("document");
            }
            if (!policy.mayEdit(by, document)) {
                throw new NotAllowed("put tags on the document");
            }
            UUID caseId = sql.sql("select case_id from document where id = :id for no key update")
                    .param("id", document.value())
                    .query((row, index) -> Optional.ofNullable(Values.idOrNull(row, "case_id")))
                    .single()
                    .orElse(null);
            Map<String, String> changes = change("document", document.value(), known(add), known(remove));
            if (!changes.isEmpty()) {
                sql.sql("update document set version = version + 1 where id = :id")
                        .param("id", document.value())
                        .update();
                journal.append(NewEntry.of(Action.DOCUMENT_TAGGED, Actor.of(by))
                        .in(caseId == null ? null : new CaseId(caseId))
                        .about(document)
                        .with(changes));
            }
        });
    }

    /** Puts on what a rule says, as part of the transaction of filing; tags that are gone, or too many, are left out. */
    public void putOnByRule(DocumentId document, Collection<TagId> ids) {
        List<String> added = sql.sql("""
                with wanted as (select id, name from tag where id = any(cast(:tags as uuid[])) for key share),
                     added as (insert into document_tag (document_id, tag_id) select :document, id from wanted
                               where (select count(*) from document_tag where document_id = :document) < :most
                               on conflict do nothing returning tag_id)
                select name from wanted join added on tag_id = id order by name
                """)
                .param("tags", Values.array(ids))
                .param("document", document.value())
                .param("most", MOST_ON_ONE)
                .query((row, index) -> row.getString("name"))
                .list();
        if (!added.isEmpty()) {
            journal.append(NewEntry.of(Action.DOCUMENT_TAGGED, Actor.program("filing"))
                    .about(document)
                    .with(Map.of("tag", String.join(", ", added))));
        }
    }

    /** The same on a case. */
    public void change(CaseId caseId, Collection<String> add, Collection<String> remove, Viewer by) {
        transactions.executeWithoutResult(transaction -> {
            if (policy.rightOn(by, caseId).isEmpty()) {
                throw new NotFound("case");
            }
            if (!policy.has(CaseRight.WRITE, by, caseId)) {
                throw new NotAllowed("put tags on the case");
            }
            sql.sql("select id from case_file where id = :id for no key update")
                    .param("id", caseId.value())
                    .query()
                    .rowSet();
            Map<String, String> changes = change("case", caseId.value(), known(add), known(remove));
            if (!changes.isEmpty()) {
                journal.append(
                        NewEntry.of(Action.CASE_TAGGED, Actor.of(by)).in(caseId).with(changes));
            }
        });
    }

    private List<Tag> known(Collection<String> names) {
        return names.stream()
                .map(name -> named(name).orElseThrow(() -> new InvalidInput("tags", "there is no tag " + name)))
                .toList();
    }

    /** What was changed, for the journal; empty when nothing was. */
    private Map<String, String> change(String of, UUID id, List<Tag> add, List<Tag> remove) {
        List<String> added =
                apply("insert into %s_tag values (:id, :tag) on conflict do nothing".formatted(of), id, add);
        List<String> removed =
                apply("delete from %1$s_tag where %1$s_id = :id and tag_id = :tag".formatted(of), id, remove);
        long count = sql.sql("select count(*) from %1$s_tag where %1$s_id = :id".formatted(of))
                .param("id", id)
                .query(Long.class)
                .single();
        if (count > MOST_ON_ONE) {
            throw new InvalidInput("tags", "are at most " + MOST_ON_ONE);
        }
        Map<String, String> changes = new HashMap<>();
        if (!added.isEmpty()) {
            changes.put("tag", String.join(", ", added));
        }
        if (!removed.isEmpty()) {
            changes.put("untagged", String.join(", ", removed));
        }
        return changes;
    }

    private List<String> apply(String statement, UUID id, List<Tag> tags) {
        return tags.stream()
                .filter(tag -> sql.sql(statement)
                                .param("id", id)
                                .param("tag", tag.id().value())
                                .update()
                        > 0)
                .map(Tag::name)
                .collect(Collectors.toList());
    }
}
