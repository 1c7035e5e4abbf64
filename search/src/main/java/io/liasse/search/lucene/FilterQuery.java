package io.liasse.search.lucene;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Puts rights and narrowings around a query. */
final class FilterQuery {
    private final BooleanQuery.Builder query = new BooleanQuery.Builder();

    private FilterQuery() {}

    static Query of(Query text, Ask ask) {
        FilterQuery filter = new FilterQuery();
        filter.query.add(text, Occur.MUST).add(RightsQuery.of(ask.visibility()), Occur.FILTER);
        filter.narrow(ask.narrowing());
        filter.without(ask.without());
        return filter.query.build();
    }

    private void narrow(Ask.Narrowing narrowing) {
        if (!narrowing.kinds().isEmpty()) {
            query.add(new TermInSetQuery(Fields.KIND, terms(narrowing.kinds(), Kind::name)), Occur.FILTER);
        }
        term(Fields.CASES, narrowing.caseId());
        term(Fields.TYPE, narrowing.type());
        term(Fields.LANGUAGE, narrowing.language());
        term(Fields.TAG, narrowing.tag());
        if (narrowing.phase() != null) {
            long number = Fields.phaseNumber(narrowing.phase());
            query.add(NumericDocValuesField.newSlowExactQuery(Fields.PHASE, number), Occur.FILTER);
        }
        days(narrowing);
    }

    private void days(Ask.Narrowing narrowing) {
        if (narrowing.from() != null || narrowing.to() != null) {
            long from =
                    narrowing.from() == null ? Long.MIN_VALUE : narrowing.from().toEpochDay();
            long to = narrowing.to() == null ? Long.MAX_VALUE : narrowing.to().toEpochDay();
            query.add(LongPoint.newRangeQuery(Fields.DAY, from, to), Occur.FILTER);
        }
    }

    private void without(Collection<Key> keys) {
        if (!keys.isEmpty()) {
            query.add(new TermInSetQuery(Fields.KEY, terms(keys, Key::toString)), Occur.MUST_NOT);
        }
    }

    private void term(String field, @Nullable Object value) {
        if (value != null) {
            query.add(new TermQuery(new Term(field, value.toString())), Occur.FILTER);
        }
    }

    private static <T> List<BytesRef> terms(Collection<T> values, Function<T, String> text) {
        return values.stream().map(each -> new BytesRef(text.apply(each))).toList();
    }
}
