package io.liasse.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.access.CaseRight;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseQuery;
import io.liasse.store.casefile.CaseState;
import io.liasse.store.document.DocumentQuery;
import io.liasse.store.document.DocumentState;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Item;
import io.liasse.store.item.ItemQuery;
import io.liasse.store.journal.JournalPosition;
import io.liasse.store.task.TaskQuery;
import io.liasse.store.task.Tasks;
import io.liasse.store.testing.Stores;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every list over many rows touches few of them, for every role. The database itself counts the rows it reads, so that
 * the outcome does not depend on how fast the machine is. Of the documents, 2 in 100 wait in the inbox.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListCostTest {
    private static final int CASES = 10_000;
    private static final int DOCUMENTS = 100_000;
    private static final int OFTEN_ENOUGH_FOR_THE_FINAL_PLAN = 7;
    private static final int MOST_ROWS_READ = 15_000;
    private static final PageRequest PAGE = PageRequest.first(50);

    private final Stores stores = Stores.fresh();
    private CaseId some = new CaseId(new UUID(0, 0));

    @BeforeAll
    void fill() {
        run("""
            insert into case_file (year, number, type, title, words, phase, sealed, opened_at, changed_at)
            select 2026, n, (array['complaint', 'audit'])[1 + n %% 2], 'case ' || n,
                   array_to_tsvector(array['case', n::text]), 'intake', n %% 100 = 0, now(),
                   now() - n * interval '1 minute'
            from generate_series(1, %d) n
            """.formatted(CASES));
        run("""
            insert into item (channel, name, size, sha256, thread_ids, hints, received_at, words)
            select (array['UPLOAD', 'MAIL'])[1 + n %% 2], 'n' || n, 1, repeat('a', 64), '{}', '{}',
                   now() - interval '1 day' * (n / 1000), array_to_tsvector(array['n' || n, 'scan'])
            from generate_series(1, %d) n
            """.formatted(DOCUMENTS));
        run("""
            insert into document (item_id, case_id, channel, state, name, title, title_given, type, date_given,
                                  language_given, media_type, size, sha256, received_at)
            select i.id, c.id, 'UPLOAD', case when c.id is null then 'INBOX' else 'FILED' end, 'n', 't', false,
                   'letter', false, false, 'text/plain', 1, repeat('a', 64), now()
            from (select id, row_number() over (order by id) n from item) i
            left join case_file c on c.number = i.n %% %d + 1 and i.n %% 50 > 0
            """.formatted(CASES));
        run("update item set state = 'DONE' where id in (select item_id from document where state = 'FILED')");
        some = new CaseId(stores.sql()
                .sql("select id from case_file where number = 250")
                .query(UUID.class)
                .single());
        run("""
            insert into journal (at, action, actor, case_id, details, case_number, hash)
            select now(), 'CASE_VIEWED', 'x', '%s', '{}', n, 'h' from generate_series(1, 20000) n
            """.formatted(some));
        stores.user(Role.CASE_MANAGER);
        run("""
            insert into task (case_id, what, assignee, due_on, created_by, created_at)
            select c.id, 'task ' || n, case when n %% 100 > 0 then u.id end,
                   case when n %% 7 > 0 then date '2026-01-01' + n %% 1000 end, u.id, now()
            from generate_series(1, %d) n join case_file c on c.number = n %% %d + 1
            cross join (select id from users limit 1) u
            """.formatted(5 * CASES, CASES));
        run("vacuum analyze");
    }

    @AfterAll
    void close() {
        stores.close();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void readsLittleMoreThanItShows(Role role) {
        Viewer viewer = stores.user(role);
        run("insert into case_right select id, '%s', %d from case_file where number %% 250 = 0"
                .formatted(viewer.user(), CaseRight.WRITE.strength()));
        lists(viewer)
                .forEach((name, list) -> assertThat(rowsRead(list))
                        .describedAs("%s for %s", name, role)
                        .isLessThan(MOST_ROWS_READ));
    }

    private Map<String, Runnable> lists(Viewer viewer) {
        Map<String, Runnable> lists = new LinkedHashMap<>();
        lists.put("inbox", () -> documents(DocumentQuery.inbox(), viewer));
        lists.put("inbox count", () -> stores.documents().countInbox(viewer, 100));
        lists.put("failed", () -> documents(query(Set.of(DocumentState.FAILED), null), viewer));
        lists.put("all documents", () -> documents(query(Set.of(), null), viewer));
        lists.put("letters", () -> documents(query(Set.of(), "letter"), viewer));
        lists.put("documents of a case", () -> documents(DocumentQuery.of(some), viewer));
        lists.put("under way", () -> stores.documents().countUnderWay());
        lists.put("cases", () -> cases(CaseQuery.ALL, viewer));
        lists.put("open audits", () -> cases(new CaseQuery(null, "audit", null, CaseState.OPEN, null, null), viewer));
        lists.put("cases by word", () -> cases(new CaseQuery("case 77", null, null, null, null, null), viewer));
        lists.put("cases managed", () -> cases(new CaseQuery(null, null, null, null, viewer.user(), null), viewer));
        lists.put("cases to file into", () -> stores.cases().fileable("2026-0004", viewer, 10));
        lists.put("items", () -> items(ItemQuery.ALL, viewer));
        lists.put("waiting items", () -> items(ItemQuery.of(Item.State.WAITING), viewer));
        lists.put("uploads", () -> items(new ItemQuery(null, Channel.UPLOAD, null, null, null), viewer));
        LocalDate day = LocalDate.now(stores.clock()).minusDays(100);
        lists.put("items of a day", () -> items(new ItemQuery(null, null, day, day, null), viewer));
        lists.put("mails of a day", () -> items(new ItemQuery(Item.State.DONE, Channel.MAIL, day, day, null), viewer));
        lists.put("items by word", () -> items(new ItemQuery(null, null, null, null, "n1234"), viewer));
        lists.put("items by a word of all", () -> items(new ItemQuery(null, null, null, null, "scan"), viewer));
        lists.put("cases to file into by a word of all", () -> stores.cases().fileable("cas", viewer, 8));
        lists.put("cases to file into by number", () -> stores.cases().fileable("77", viewer, 8));
        lists.put("cases to file into by identifier", () -> stores.cases().fileable("756.9217", viewer, 8));
        Tasks tasks = stores.bean(Tasks.class);
        lists.put("my tasks", () -> tasks.page(TaskQuery.of(viewer.user()), viewer, PAGE));
        lists.put("tasks of nobody", () -> tasks.page(TaskQuery.ofNobody(), viewer, PAGE));
        lists.put("all tasks", () -> tasks.page(TaskQuery.all(), viewer, PAGE));
        lists.put("timeline", () -> stores.journal().ofCase(some, Set.of(), PAGE));
        lists.put("journal", () -> stores.journal().after(JournalPosition.START, 100));
        return lists;
    }

    private void items(ItemQuery query, Viewer viewer) {
        assertThat(stores.ledger().page(query, viewer, PAGE).items()).hasSizeLessThanOrEqualTo(50);
    }

    private static DocumentQuery query(Set<DocumentState> states, String type) {
        return new DocumentQuery(states, null, type, null);
    }

    private void documents(DocumentQuery query, Viewer viewer) {
        assertThat(stores.documents().page(query, viewer, PAGE).items()).hasSizeLessThanOrEqualTo(50);
    }

    private void cases(CaseQuery query, Viewer viewer) {
        assertThat(stores.cases().page(query, viewer, PAGE).items()).hasSizeLessThanOrEqualTo(50);
    }

    /** By one run, after those in which the planner makes up its mind; all on the one connection that the pool gives us. */
    private long rowsRead(Runnable list) {
        for (int each = 0; each < OFTEN_ENOUGH_FOR_THE_FINAL_PLAN; each++) {
            list.run();
        }
        long before = rowsReadSoFar();
        list.run();
        return rowsReadSoFar() - before;
    }

    private long rowsReadSoFar() {
        stores.sql().sql("select pg_stat_force_next_flush()").query().listOfRows();
        return stores.sql()
                .sql("select sum(seq_tup_read + idx_tup_fetch)::bigint from pg_stat_user_tables")
                .query(Long.class)
                .single();
    }

    private void run(String sql) {
        stores.sql().sql(sql).update();
    }
}
