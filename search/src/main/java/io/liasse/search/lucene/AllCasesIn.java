package io.liasse.search.lucene;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongBitSet;
import org.jspecify.annotations.Nullable;

/** Matches heads that belong to cases of this set only: someone in a sealed and in an open case is not matched. */
final class AllCasesIn extends Query {
    private final Set<BytesRef> cases;
    private final TermInSetQuery some;

    AllCasesIn(List<BytesRef> cases) {
        this.cases = Set.copyOf(cases);
        this.some = new TermInSetQuery(Fields.CASES, cases);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        Weight candidates = searcher.createWeight(searcher.rewrite(some), ScoreMode.COMPLETE_NO_SCORES, 1);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                ScorerSupplier supplier = candidates.scorerSupplier(leaf);
                return supplier == null ? null : new Supplier(supplier, leaf, score());
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return true;
            }
        };
    }

    private final class Supplier extends ScorerSupplier {
        private final ScorerSupplier candidates;
        private final LeafReaderContext leaf;
        private final float score;

        Supplier(ScorerSupplier candidates, LeafReaderContext leaf, float score) {
            this.candidates = candidates;
            this.leaf = leaf;
            this.score = score;
        }

        @Override
        public Scorer get(long leadCost) throws IOException {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), Fields.CASES);
            LongBitSet ordinals = ordinals(values);
            TwoPhaseIterator all = new TwoPhaseIterator(candidates.get(leadCost).iterator()) {
                @Override
                public boolean matches() throws IOException {
                    return values.advanceExact(approximation.docID()) && allIn(values, ordinals);
                }

                @Override
                public float matchCost() {
                    return 4;
                }
            };
            return new ConstantScoreScorer(score, ScoreMode.COMPLETE_NO_SCORES, all);
        }

        @Override
        public long cost() {
            return candidates.cost();
        }
    }

    private static boolean allIn(SortedSetDocValues values, LongBitSet ordinals) throws IOException {
        for (int i = 0; i < values.docValueCount(); i++) {
            if (!ordinals.get(values.nextOrd())) {
                return false;
            }
        }
        return true;
    }

    private LongBitSet ordinals(SortedSetDocValues values) throws IOException {
        LongBitSet ordinals = new LongBitSet(values.getValueCount());
        for (BytesRef each : cases) {
            long ordinal = values.lookupTerm(each);
            if (ordinal >= 0) {
                ordinals.set(ordinal);
            }
        }
        return ordinals;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "cases only of " + cases.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllCasesIn that && cases.equals(that.cases);
    }

    @Override
    public int hashCode() {
        return cases.hashCode();
    }
}
