package io.liasse.store.document;

import io.liasse.store.NotFound;
import io.liasse.store.Page;
import io.liasse.store.PageRequest;
import io.liasse.store.access.AccessPolicy;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.database.Cursor;
import io.liasse.store.database.Select;
import io.liasse.store.database.Values;
import io.liasse.store.item.Channel;
import io.liasse.store.item.ItemId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents by id, in lists and in numbers. */
final class DocumentLists {
    /** Written out, not a parameter, so that the planner recognises the index over just these rows. */
    private static final String WAITING = "d.state in ('INBOX', 'FAILED', 'NEEDS_PASSWORD', 'QUARANTINED')";

    private final JdbcClient sql;
    private final AccessPolicy policy;
    private final Clock clock;

    DocumentLists(JdbcClient sql, AccessPolicy policy, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.clock = clock;
    }

    Map<DocumentId, Document> findAll(Collection<DocumentId> ids) {
        return sql
                .sql(DocumentRows.select("document")
                        + "where d.id = any(cast(:ids as uuid[])) and d.trashed_at is null")
                .param("ids", Values.array(ids))
                .query(DocumentRows::document)
                .list()
                .stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
    }

    Document get(DocumentId id, Viewer viewer) {
        return visible(viewer).where("d.id = :id", "id", id.value()).list(sql, DocumentRows::document).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("document"));
    }

    List<Document> visible(Collection<DocumentId> ids, Viewer viewer) {
        return visible(viewer)
                .where("d.id = any(cast(:ids as uuid[]))", "ids", Values.array(ids))
                .list(sql, DocumentRows::document);
    }

    private Select visible(Viewer viewer) {
        return Select.from(DocumentRows.select(policy.sightOf(viewer).documents()))
                .with("viewer", viewer.user().value());
    }

    /** The reference of the case is looked up for the rows shown only. */
    Page<Document> page(DocumentQuery query, Viewer viewer, PageRequest page) {
        String order = query.order() == DocumentQuery.Order.OLDEST_FIRST ? "order by d.id" : "order by d.id desc";
        String limit = " limit " + (page.limit() + 1);
        String parts = policy.sightOf(viewer).parts().stream()
                .map(part ->
                        "(select d.* from " + part + " d where " + conditions(query, page) + " " + order + limit + ")")
                .collect(Collectors.joining(" union all "));
        String shown = "(select d.* from (" + parts + ") d " + order + limit + ")";
        Select select = Select.from(DocumentRows.select(shown))
                .then(order)
                .with("viewer", viewer.user().value())
                .withOrNot("type", query.type())
                .withOrNot("case", value(query.caseId()))
                .withOrNot("tag", query.tag() == null ? null : query.tag().value())
                .withOrNot(
                        "last",
                        page.cursor() == null
                                ? null
                                : Cursor.parse(page.cursor()).id(0));
        return Cursor.page(select.list(sql, DocumentRows::document), page, each -> Cursor.of(each.id()));
    }

    /** Walks what the viewer sees, newest first, and looks each up by its key: of what is filed, most was filed alone. */
    Page<Document> filedAlone(Viewer viewer, PageRequest page) {
        Select select = visible(viewer).where("""
                d.state = 'FILED' and exists (select from filing_decision k where k.document_id = d.id
                    and k.alone and k.decided_case is null and not k.taken_back)
                """);
        if (page.cursor() != null) {
            select = select.where(
                    "d.id < :last", "last", Cursor.parse(page.cursor()).id(0));
        }
        return Cursor.page(
                select.then("order by d.id desc").limit(page.limit() + 1).list(sql, DocumentRows::document),
                page,
                each -> Cursor.of(each.id()));
    }

    private static String conditions(DocumentQuery query, PageRequest page) {
        List<String> all = new ArrayList<>(List.of("true"));
        if (!query.states().isEmpty()) {
            all.add(inStates(query.states()));
        }
        if (!query.states().isEmpty()
                && !query.states().contains(DocumentState.FILED)
                && !query.states().contains(DocumentState.DIVIDED)) {
            all.add("d.case_id is null");
        }
        if (query.states().isEmpty() && query.caseId() != null) {
            all.add("d.state <> 'DIVIDED'");
        }
        if (query.type() != null) {
            all.add("d.type = :type");
        }
        if (query.caseId() != null) {
            all.add("d.case_id = :case");
        }
        if (query.tag() != null) {
            all.add("exists (select from document_tag t where t.document_id = d.id and t.tag_id = :tag)");
        }
        if (page.cursor() != null) {
            all.add(query.order() == DocumentQuery.Order.OLDEST_FIRST ? "d.id > :last" : "d.id < :last");
        }
        return String.join(" and ", all);
    }

    private static java.util.@org.jspecify.annotations.Nullable UUID value(
            @org.jspecify.annotations.Nullable CaseId id) {
        return id == null ? null : id.value();
    }

    private static String inStates(Set<DocumentState> states) {
        return states.stream()
                .sorted()
                .map(each -> "'" + each + "'")
                .collect(Collectors.joining(", ", "d.state in (", ")"));
    }

    List<Document> parts(DocumentId id, Viewer viewer) {
        return visible(viewer)
                .where("d.parent_id = :parent", "parent", id.value())
                .then("order by d.id")
                .list(sql, DocumentRows::document);
    }

    List<Document> ofItem(ItemId item, Viewer viewer, int limit) {
        return visible(viewer)
                .where("d.item_id = :item", "item", item.value())
                .then("order by d.id")
                .limit(limit)
                .list(sql, DocumentRows::document);
    }

    List<Document> parts(DocumentId id) {
        return sql.sql(DocumentRows.select("document")
                        + "where d.parent_id = :parent and d.trashed_at is null order by d.ordinal, d.id")
                .param("parent", id.value())
                .query(DocumentRows::document)
                .list();
    }

    Optional<Standing> standing(DocumentId id, Viewer viewer) {
        return findAll(List.of(id)).values().stream()
                .filter(each -> policy.maySee(viewer, id) || isPostedBy(viewer, id))
                .map(each -> new Standing(
                        id, each.item(), each.state(), each.reason(), each.receivedAt(), each.readAt(), each.filedAt()))
                .findFirst();
    }

    private boolean isPostedBy(Viewer viewer, DocumentId id) {
        return sql.sql("select exists (select from document where id = :id and posted_by = :viewer)")
                .param("id", id.value())
                .param("viewer", viewer.user().value())
                .query(Boolean.class)
                .single();
    }

    int countInbox(Viewer viewer, int limit) {
        String relation = policy.sightOf(viewer).documents();
        return sql.sql("select count(*) from (select from %s d where %s limit %d) counted"
                        .formatted(relation, WAITING, limit))
                .param("viewer", viewer.user().value())
                .query(Integer.class)
                .single();
    }

    int countUnderWay() {
        return sql.sql("select count(*) from document where state in ('RECEIVED', 'READING')")
                .query(Integer.class)
                .single();
    }

    int countOf(CaseId caseId) {
        return sql.sql(
                        "select count(*) from document where case_id = :case and trashed_at is null and state <> 'DIVIDED'")
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
    }

    List<Documents.ReceivedPerDay> receivedPerDay(int days) {
        LocalDate first = LocalDate.now(clock).minusDays(days - 1L);
        return sql.sql("""
                select (received_at at time zone :zone)::date as day, channel, sum(documents) as count
                from item where received_at >= :first
                group by 1, 2 order by 1, 2
                """)
                .param("zone", clock.getZone().getId())
                .param("first", Values.time(first.atStartOfDay(clock.getZone()).toInstant()))
                .query((row, index) -> new Documents.ReceivedPerDay(
                        row.getObject("day", LocalDate.class),
                        Channel.valueOf(row.getString("channel")),
                        row.getInt("count")))
                .list();
    }

    List<Document> filedFromMessages(Collection<String> messageIds) {
        return sql.sql(DocumentRows.select("document") + """
                where d.case_id is not null and d.trashed_at is null and d.state <> 'DIVIDED'
                  and d.item_id in (select id from item where message_id = any(:messages))
                order by d.filed_at desc, d.id
                """)
                .param("messages", Values.array(messageIds))
                .query(DocumentRows::document)
                .list();
    }
}
