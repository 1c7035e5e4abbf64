package io.liasse.search.lucene;

import io.liasse.search.lucene.FacetCounts.Counts;
import io.liasse.store.InvalidInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Answers one question on one state of the index. */
final class Finder {
    private static final Map<Kind, Float> KIND_BOOSTS = Map.of(Kind.CASE, 4f, Kind.PERSON, 3f);

    private final IndexSearcher searcher;
    private final TextQueries queries;

    Finder(IndexSearcher searcher, TextQueries queries) {
        this.searcher = searcher;
        this.queries = queries;
    }

    Found find(Ask ask) throws IOException {
        Ranking ranking = Ranking.of(ask);
        FieldDoc after = ranking.after(ask.cursor()).orElse(null);
        if (ask.cursor() != null && after == null) {
            throw new InvalidInput("cursor", "is not one of this question");
        }
        Query query = FilterQuery.of(queries.heads(ask.wanted()), ask);
        Object[] both = searcher.search(
                query,
                new MultiCollectorManager(
                        new TopFieldCollectorManager(ranking.sort(), ask.limit() + 1, after, Integer.MAX_VALUE),
                        new FacetCounts()));
        return found(ask, ranking, (TopFieldDocs) both[0], (Counts) both[1]);
    }

    /** Cases before people before documents; without counting. */
    List<Found.Match> complete(String typed, Ask ask) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(queries.beginning(typed), BooleanClause.Occur.MUST);
        KIND_BOOSTS.forEach((kind, boost) -> query.add(boosted(kind, boost), BooleanClause.Occur.SHOULD));
        TopDocs top = searcher.search(FilterQuery.of(query.build(), ask), ask.limit());
        List<Found.Match> matches = new ArrayList<>();
        for (ScoreDoc hit : top.scoreDocs) {
            matches.add(match(hit.doc, hit.score));
        }
        return matches;
    }

    private static Query boosted(Kind kind, float boost) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.KIND, kind.name()))), boost);
    }

    private Found found(Ask ask, Ranking ranking, TopFieldDocs top, Counts counts) throws IOException {
        boolean more = top.scoreDocs.length > ask.limit();
        List<FieldDoc> hits = new ArrayList<>();
        for (int i = 0; i < Math.min(top.scoreDocs.length, ask.limit()); i++) {
            hits.add((FieldDoc) top.scoreDocs[i]);
        }
        int[] bodies = new BestPages(searcher, queries.pages(ask.wanted())).of(hits);
        List<Found.Match> matches = new ArrayList<>();
        for (int i = 0; i < hits.size(); i++) {
            matches.add(match(bodies[i], score(ranking, hits.get(i))));
        }
        return new Found(counts.total(), matches, facets(counts), more ? ranking.cursor(hits.getLast()) : null);
    }

    private static double score(Ranking ranking, FieldDoc hit) {
        return ranking == Ranking.BY_SCORE ? ((Float) hit.fields[0]).doubleValue() : 0;
    }

    private Found.Match match(int document, double score) throws IOException {
        StoredFields stored = searcher.storedFields();
        Document values = stored.document(document);
        Number page = values.getField(Fields.PAGE_NUMBER) == null
                ? null
                : values.getField(Fields.PAGE_NUMBER).numericValue();
        return new Found.Match(
                Key.of(text(values, Fields.KEY)),
                score,
                page == null ? null : page.intValue(),
                text(values, Fields.BODY),
                values.get(Fields.BODY_LANGUAGE));
    }

    private static String text(Document values, String field) {
        @Nullable String value = values.get(field);
        return value == null ? "" : value;
    }

    private Map<String, Map<String, Long>> facets(Counts counts) throws IOException {
        Map<String, Map<String, Long>> facets = new HashMap<>(counts.named());
        Map<String, Long> phases = new HashMap<>();
        for (String phase : phaseNames()) {
            Long count = counts.phases().get(Fields.phaseNumber(phase));
            if (count != null) {
                phases.put(phase, count);
            }
        }
        facets.put(Fields.PHASE, phases);
        return facets;
    }

    private List<String> phaseNames() throws IOException {
        List<String> names = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), Fields.PHASE_NAME);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef name = each.next(); name != null; name = each.next()) {
            names.add(name.utf8ToString());
        }
        return names;
    }
}
