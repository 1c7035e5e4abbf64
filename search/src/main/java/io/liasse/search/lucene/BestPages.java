package io.liasse.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds, for heads, the Lucene document of their best page: the head itself where it has no others. */
final class BestPages {
    private final IndexSearcher searcher;
    private final Weight weight;

    BestPages(IndexSearcher searcher, Query pages) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(pages), ScoreMode.COMPLETE, 1);
    }

    /** In the order of the heads. */
    int[] of(List<? extends ScoreDoc> heads) throws IOException {
        int[] best = new int[heads.size()];
        Integer[] ascending = new Integer[heads.size()];
        Arrays.setAll(ascending, i -> i);
        Arrays.sort(ascending, Comparator.comparingInt(i -> heads.get(i).doc));
        Segment segment = null;
        for (int i : ascending) {
            int head = heads.get(i).doc;
            if (segment == null || !segment.holds(head)) {
                segment = new Segment(head);
            }
            best[i] = segment.best(head);
        }
        return best;
    }

    /** Goes forward through one segment. */
    private final class Segment {
        private final LeafReaderContext leaf;
        private final NumericDocValues pagesBefore;
        private final @Nullable Scorer scorer;

        Segment(int document) throws IOException {
            List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
            leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
            pagesBefore = DocValues.getNumeric(leaf.reader(), Fields.PAGES_BEFORE);
            scorer = weight.scorer(leaf);
        }

        boolean holds(int document) {
            return document < leaf.docBase + leaf.reader().maxDoc();
        }

        int best(int document) throws IOException {
            int head = document - leaf.docBase;
            if (!pagesBefore.advanceExact(head)) {
                return document;
            }
            int first = head - (int) pagesBefore.longValue();
            return leaf.docBase + (scorer == null ? first : best(scorer, first, head));
        }

        private static int best(Scorer scorer, int first, int head) throws IOException {
            DocIdSetIterator pages = scorer.iterator();
            int best = first;
            float bestScore = 0;
            int page = pages.docID() < first ? pages.advance(first) : pages.docID();
            for (; page < head; page = pages.nextDoc()) {
                if (scorer.score() > bestScore) {
                    best = page;
                    bestScore = scorer.score();
                }
            }
            return best;
        }
    }
}
