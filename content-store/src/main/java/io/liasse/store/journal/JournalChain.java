package io.liasse.store.journal;

import io.liasse.store.casefile.CaseId;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the chain of one case: numbers without gaps, every hash as computed anew, the head as the last entry says. */
final class JournalChain {
    private final JdbcClient sql;

    JournalChain(JdbcClient sql) {
        this.sql = sql;
    }

    /** The number of the first entry that is not as it was written; one past the last when entries are missing there. */
    OptionalLong firstBreak(CaseId caseId) {
        try (Stream<JournalEntry> entries = entries(caseId)) {
            String previous = EntryHash.NONE;
            long number = 1;
            for (Iterator<JournalEntry> each = entries.iterator(); each.hasNext(); number++) {
                JournalEntry entry = each.next();
                if (!follows(entry, previous, number, caseId)) {
                    return OptionalLong.of(number);
                }
                previous = Objects.requireNonNull(entry.hash());
            }
            return endsAt(number - 1, previous, caseId) ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    private Stream<JournalEntry> entries(CaseId caseId) {
        return sql.sql("""
                select seq, transaction::text::bigint as tx, at, action, actor_user, actor, case_id,
                       document_id, details, case_number, hash
                from journal where case_id = :case order by case_number
                """).param("case", caseId.value()).query(JournalRows::entry).stream();
    }

    private static boolean follows(JournalEntry entry, String previous, long number, CaseId caseId) {
        NewEntry content = new NewEntry(entry.action(), entry.actor(), caseId, entry.document(), entry.details());
        return Objects.equals(entry.caseNumber(), number)
                && EntryHash.of(previous, number, entry.at(), content, caseId).equals(entry.hash());
    }

    private boolean endsAt(long number, String hash, CaseId caseId) {
        Optional<List<Object>> head = sql.sql("select number, hash from journal_chain where case_id = :case")
                .param("case", caseId.value())
                .query((row, index) -> List.<Object>of(row.getLong("number"), row.getString("hash")))
                .optional();
        return head.map(List.of(number, hash)::equals).orElse(number == 0);
    }
}
