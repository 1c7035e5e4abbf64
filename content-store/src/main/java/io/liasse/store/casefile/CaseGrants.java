package io.liasse.store.casefile;

import io.liasse.store.Conflict;
import io.liasse.store.NotFound;
import io.liasse.store.access.CaseRight;
import io.liasse.store.access.UserId;
import io.liasse.store.access.Viewer;
import io.liasse.store.database.Values;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rights on single cases. Every method is part of a transaction that holds the row of the case. */
final class CaseGrants {
    private final JdbcClient sql;
    private final Journal journal;

    CaseGrants(JdbcClient sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    List<Grant> of(CaseId id) {
        return sql.sql("""
                select r.user_id, u.display_name, r.strength from case_right r join users u on u.id = r.user_id
                where r.case_id = :case order by u.display_name, u.id
                """)
                .param("case", id.value())
                .query((row, index) -> new Grant(
                        id,
                        new UserId(Values.id(row, "user_id")),
                        row.getString("display_name"),
                        CaseRight.ofStrength(row.getInt("strength"))))
                .list();
    }

    /** Replaces the right the user had. */
    void set(CaseId id, UserId user, CaseRight right, Viewer by) {
        write(id, user, right);
        requireManagerOfSealed(id);
        note(Action.RIGHT_GRANTED, id, by, Map.of("user", user.toString(), "right", right.name()));
    }

    private void write(CaseId id, UserId user, CaseRight right) {
        try {
            sql.sql("""
                    insert into case_right (case_id, user_id, strength) values (:case, :user, :strength)
                    on conflict (user_id, case_id) do update set strength = excluded.strength
                    """)
                    .param("case", id.value())
                    .param("user", user.value())
                    .param("strength", right.strength())
                    .update();
        } catch (DataIntegrityViolationException e) {
            NotFound missing = new NotFound("user");
            missing.initCause(e);
            throw missing;
        }
    }

    void remove(CaseId id, UserId user, Viewer by) {
        int rows = sql.sql("delete from case_right where case_id = :case and user_id = :user")
                .param("case", id.value())
                .param("user", user.value())
                .update();
        requireManagerOfSealed(id);
        if (rows > 0) {
            note(Action.RIGHT_REVOKED, id, by, Map.of("user", user.toString()));
        }
    }

    /** A sealed case that nobody may manage could never be opened to anybody again. */
    void requireManagerOfSealed(CaseId id) {
        boolean fine =
                sql.sql("""
                select not sealed or exists (select from case_right where case_id = :case and strength = 3)
                from case_file where id = :case
                """).param("case", id.value()).query(Boolean.class).single();
        if (!fine) {
            throw Conflict.state("somebody must keep MANAGE on a sealed case");
        }
    }

    private void note(Action action, CaseId id, Viewer by, Map<String, String> details) {
        journal.append(NewEntry.of(action, Actor.of(by)).in(id).with(details));
    }
}
