package io.liasse.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.testing.Stores;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whoever may do everything in the database, triggers included, cannot change the past of a case unnoticed. */
class JournalChainProperties {
    private static @Nullable Stores stores;

    /** Ways to cheat; {@code :case} is the case and {@code :n} the number of the entry. */
    enum Cheat {
        ANOTHER_ACTION("update journal set action = 'CASE_CLOSED' where case_id = :case and case_number = :n"),
        ANOTHER_ACTOR("update journal set actor = actor || '!' where case_id = :case and case_number = :n"),
        ANOTHER_USER("update journal set actor_user = uuidv7() where case_id = :case and case_number = :n"),
        ANOTHER_DOCUMENT("update journal set document_id = uuidv7() where case_id = :case and case_number = :n"),
        ANOTHER_TIME(
                "update journal set at = at + interval '1 microsecond' where case_id = :case and case_number = :n"),
        ANOTHER_DETAIL("""
                update journal set details = jsonb_set(details, '{text}', to_jsonb(details ->> 'text' || ' '))
                where case_id = :case and case_number = :n
                """),
        MORE_DETAILS("""
                update journal set details = details || '{"more": "x"}' where case_id = :case and case_number = :n
                """),
        REMOVED("delete from journal where case_id = :case and case_number = :n"),
        REMOVED_AND_RENUMBERED("""
                with gone as (delete from journal where case_id = :case and case_number = :n)
                update journal set case_number = case_number - 1000 where case_id = :case and case_number > :n
                """),
        SWAPPED("""
                update journal a set details = b.details, action = b.action
                from journal b
                where a.case_id = :case and b.case_id = :case and :n in (a.case_number, b.case_number)
                  and abs(a.case_number - b.case_number) = 1 and a.case_number <= :n + 1 and b.case_number <= :n + 1
                """),
        CUT_OFF("delete from journal where case_id = :case and case_number >= :n");

        private final String sql;

        Cheat(String sql) {
            this.sql = sql;
        }
    }

    @BeforeContainer
    static void open() {
        stores = Stores.fresh();
    }

    @AfterContainer
    static void close() {
        store().close();
    }

    private static Stores store() {
        return java.util.Objects.requireNonNull(stores);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void anUntouchedChainHasNoBreak(@ForAll @Size(min = 1, max = 6) List<@StringLength(max = 20) String> texts) {
        assertThat(store().journal().firstBreak(chain(texts))).isEmpty();
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void anyCheatBreaksIt(
            @ForAll @Size(min = 2, max = 6) List<@StringLength(max = 20) String> texts,
            @ForAll Cheat cheat,
            @ForAll @IntRange(min = 0, max = 5) int at) {
        CaseId id = chain(texts);
        long number = 1 + at % texts.size();
        int rows = cheated(cheat, id, number);
        OptionalLong found = store().journal().firstBreak(id);
        assertThat(found)
                .describedAs("%s at %s changed %s rows", cheat, number, rows)
                .isPresent();
        assertThat(found.getAsLong()).isLessThanOrEqualTo(number + 1);
    }

    /** Different texts, so that swapping two entries is a change. */
    private static CaseId chain(List<String> texts) {
        CaseId id = new CaseId(UUID.randomUUID());
        for (int each = 0; each < texts.size(); each++) {
            store().journal()
                    .append(NewEntry.of(Action.CASE_NOTED, Actor.program("test"))
                            .in(id)
                            .with(Map.of("text", each + texts.get(each))));
        }
        return id;
    }

    private static int cheated(Cheat cheat, CaseId id, long number) {
        store().sql().sql("alter table journal disable trigger all").update();
        try {
            return store().sql()
                    .sql(cheat.sql)
                    .param("case", id.value())
                    .param("n", number)
                    .update();
        } finally {
            store().sql().sql("alter table journal enable trigger all").update();
        }
    }
}
