package io.liasse.search;

import io.liasse.search.lucene.Entry;
import io.liasse.search.lucene.Key;
import io.liasse.search.lucene.Kind;
import io.liasse.search.lucene.LuceneIndex;
import io.liasse.search.lucene.Reach;
import io.liasse.store.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Carries what the database says into an index. Repeating it changes nothing. */
@Component
class Updates {
    /** Entries read and put at once; bounds memory. */
    static final int AT_ONCE = 20;

    private final Truth truth;

    Updates(Truth truth) {
        this.truth = truth;
    }

    /** Brings an index up to the last of these entries, which must not be none. */
    void apply(List<JournalEntry> entries, LuceneIndex index) {
        Touched touched = Touched.by(entries);
        put(Kind.DOCUMENT, touched.documents, index);
        Set<UUID> cases = new HashSet<>(touched.changed);
        cases.addAll(touched.gatherings);
        Set<UUID> people = new HashSet<>(touched.people);
        people.addAll(touched.renamed);
        if (!touched.gatherings.isEmpty()) {
            people.addAll(truth.peopleOf(touched.gatherings));
        }
        if (!touched.renamed.isEmpty()) {
            cases.addAll(truth.casesOf(touched.renamed));
        }
        put(Kind.CASE, cases, index);
        truth.phases(touched.changed).forEach(index::phase);
        put(Kind.PERSON, people, index);
        JournalEntry last = entries.getLast();
        index.reached(new Reach(last.position(), last.at()));
    }

    /** Puts what there is of these, and removes what there is not. */
    void put(Kind kind, Collection<UUID> ids, LuceneIndex index) {
        List<UUID> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            putSome(kind, all.subList(from, Math.min(all.size(), from + AT_ONCE)), index);
        }
    }

    private void putSome(Kind kind, List<UUID> ids, LuceneIndex index) {
        Set<UUID> gone = new HashSet<>(ids);
        for (Entry entry : truth.entries(kind, ids)) {
            index.put(entry);
            gone.remove(entry.key().id());
        }
        gone.forEach(id -> index.remove(new Key(kind, id)));
    }
}
