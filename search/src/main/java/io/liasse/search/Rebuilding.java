package io.liasse.search;

import io.liasse.search.lucene.Kind;
import io.liasse.search.lucene.LuceneIndex;
import io.liasse.search.lucene.Reach;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.JournalEntry;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.springframework.stereotype.Component;

/**
 * Makes an index from the database. What changes meanwhile stands in the journal after the place where this began, and
 * is carried over at the end.
 */
@Component
class Rebuilding {
    private static final int AT_ONCE = 500;

    private final Truth truth;
    private final Journal journal;
    private final Updates updates;

    Rebuilding(Truth truth, Journal journal, Updates updates) {
        this.truth = truth;
        this.journal = journal;
        this.updates = updates;
    }

    /** Where all that is in the database now has been written to the journal. */
    Reach now() {
        return new Reach(journal.now(), null);
    }

    /** Fills an empty index; ends early when it is to stop. */
    void fill(LuceneIndex index, BooleanSupplier goesOn, DoubleConsumer progress) {
        Reach begin = now();
        double all = Math.max(1, truth.count());
        long done = 0;
        for (Kind kind : Kind.values()) {
            List<UUID> ids = truth.ids(kind, null, AT_ONCE);
            while (!ids.isEmpty() && goesOn.getAsBoolean()) {
                updates.put(kind, ids, index);
                done += ids.size();
                progress.accept(Math.min(1, done / all));
                ids = truth.ids(kind, ids.getLast(), AT_ONCE);
            }
        }
        index.reached(begin);
    }

    /** Carries over what the journal holds beyond the reach of the index. */
    void catchUp(LuceneIndex index) {
        List<JournalEntry> entries = journal.after(index.reach().position(), AT_ONCE);
        while (!entries.isEmpty()) {
            updates.apply(entries, index);
            entries = journal.after(index.reach().position(), AT_ONCE);
        }
    }
}
