package io.liasse.search.lucene;

import io.liasse.store.access.Visibility;
import io.liasse.store.casefile.CaseId;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Matches the heads a viewer may see: by their cases, or where they have none, by who posted them. */
final class RightsQuery {
    private RightsQuery() {}

    static Query of(Visibility visibility) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (visibility.allUnsealed()) {
            query.add(unsealed(visibility), Occur.SHOULD);
        }
        if (!visibility.granted().isEmpty()) {
            query.add(new TermInSetQuery(Fields.CASES, terms(visibility.granted())), Occur.SHOULD);
        }
        return query.add(unfiled(visibility), Occur.SHOULD).build();
    }

    private static Query unsealed(Visibility visibility) {
        Query filed = new TermQuery(new Term(Fields.FILED, Fields.YES));
        if (visibility.sealedNotGranted().isEmpty()) {
            return filed;
        }
        return new BooleanQuery.Builder()
                .add(filed, Occur.FILTER)
                .add(new AllCasesIn(terms(visibility.sealedNotGranted())), Occur.MUST_NOT)
                .build();
    }

    private static Query unfiled(Visibility visibility) {
        Query unfiled = new TermQuery(new Term(Fields.FILED, Fields.NO));
        if (visibility.unfiled()) {
            return unfiled;
        }
        String user = visibility.viewer().user().toString();
        return new BooleanQuery.Builder()
                .add(unfiled, Occur.FILTER)
                .add(new TermQuery(new Term(Fields.BY, user)), Occur.FILTER)
                .build();
    }

    private static List<BytesRef> terms(Collection<CaseId> cases) {
        return cases.stream().map(each -> new BytesRef(each.toString())).toList();
    }
}
