package io.liasse.search.lucene;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Finds documents by the words that tell a text from others. Those that hold less than a third of these words are not
 * alike. Scores are shares of what a document could reach that says nothing but these words.
 */
final class Alike {
    private static final int MOST_WORDS = 40;
    private static final int SHORTEST_WORD = 3;
    private static final double SHARED = 0.3;

    private final IndexSearcher searcher;
    private final Words words;

    Alike(IndexSearcher searcher, Words words) {
        this.searcher = searcher;
        this.words = words;
    }

    List<Found.Match> to(String text, Query among, Set<Key> without, int limit) throws IOException {
        List<BooleanClause> telling = telling(text, without.isEmpty() ? 1 : 2);
        if (telling.isEmpty()) {
            return List.of();
        }
        BooleanQuery.Builder alike = new BooleanQuery.Builder();
        telling.forEach(alike::add);
        alike.setMinimumNumberShouldMatch((int) Math.ceil(telling.size() * SHARED));
        Query query = new BooleanQuery.Builder()
                .add(alike.build(), Occur.MUST)
                .add(new TermQuery(new Term(Fields.KIND, Kind.DOCUMENT.name())), Occur.FILTER)
                .add(among, Occur.FILTER)
                .add(new TermInSetQuery(Fields.KEY, keys(without)), Occur.MUST_NOT)
                .build();
        double most = most(telling);
        List<Found.Match> matches = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
            matches.add(match(hit, most));
        }
        return matches;
    }

    /** Words that so many documents have, by how often they stand in the text and how rare they are. */
    private List<BooleanClause> telling(String text, int documents) throws IOException {
        MoreLikeThis more = new MoreLikeThis(searcher.getIndexReader());
        more.setAnalyzer(words.analyzer());
        more.setMinTermFreq(1);
        more.setMinDocFreq(documents);
        more.setMinWordLen(SHORTEST_WORD);
        more.setMaxQueryTerms(MOST_WORDS);
        more.setBoost(true);
        return ((BooleanQuery) more.like(Fields.TEXT, new StringReader(text))).clauses();
    }

    /** The sum of all boosts and rarities: what BM25 comes near to when each word stands there often. */
    private double most(List<BooleanClause> telling) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        double documents = reader.getDocCount(Fields.TEXT);
        double sum = 0;
        for (BooleanClause clause : telling) {
            if (clause.query() instanceof BoostQuery boosted && boosted.getQuery() instanceof TermQuery word) {
                double having = reader.docFreq(word.getTerm());
                sum += boosted.getBoost() * Math.log1p((documents - having + 0.5) / (having + 0.5));
            }
        }
        return sum;
    }

    private Found.Match match(ScoreDoc hit, double most) throws IOException {
        String key =
                searcher.storedFields().document(hit.doc, Set.of(Fields.KEY)).get(Fields.KEY);
        return new Found.Match(Key.of(key), Math.clamp(most == 0 ? 0 : hit.score / most, 0, 1), null, "", null);
    }

    private static List<BytesRef> keys(Set<Key> keys) {
        return keys.stream().map(each -> new BytesRef(each.toString())).toList();
    }
}
