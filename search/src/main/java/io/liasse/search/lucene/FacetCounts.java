package io.liasse.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts what is collected, in all and by the values of the facets. One per search. */
final class FacetCounts implements CollectorManager<FacetCounts.Counter, FacetCounts.Counts> {
    private static final List<String> NAMED = List.of(Fields.KIND, Fields.TYPE, Fields.LANGUAGE, Fields.TAG);

    /** The sums; phases by their numbers. */
    record Counts(long total, Map<String, Map<String, Long>> named, Map<Long, Long> phases) {}

    @Override
    public Counter newCollector() {
        return new Counter();
    }

    @Override
    public Counts reduce(Collection<Counter> counters) {
        Map<String, Map<String, Long>> named = new HashMap<>();
        Map<Long, Long> phases = new HashMap<>();
        long total = 0;
        for (Counter counter : counters) {
            total += counter.total;
            counter.named.forEach((facet, counts) -> add(named.computeIfAbsent(facet, f -> new HashMap<>()), counts));
            add(phases, counter.phases);
        }
        return new Counts(total, named, phases);
    }

    private static <K> void add(Map<K, Long> sum, Map<K, Long> more) {
        more.forEach((value, count) -> sum.merge(value, count, Long::sum));
    }

    /** Counts one slice. */
    static final class Counter implements Collector {
        private final Map<String, Map<String, Long>> named = new HashMap<>();
        private final Map<Long, Long> phases = new HashMap<>();
        private long total;

        @Override
        public LeafCollector getLeafCollector(LeafReaderContext leaf) throws IOException {
            return new Leaf(leaf.reader());
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        private final class Leaf implements LeafCollector {
            private final List<Column> columns = new ArrayList<>();
            private final NumericDocValues phase;

            Leaf(LeafReader reader) throws IOException {
                for (String field : NAMED) {
                    columns.add(new Column(field, DocValues.getSortedSet(reader, field)));
                }
                phase = DocValues.getNumeric(reader, Fields.PHASE);
            }

            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) throws IOException {
                total++;
                for (Column column : columns) {
                    column.collect(document);
                }
                if (phase.advanceExact(document)) {
                    phases.merge(phase.longValue(), 1L, Long::sum);
                }
            }

            @Override
            public void finish() throws IOException {
                for (Column column : columns) {
                    column.addTo(named);
                }
            }
        }
    }

    /** The counts of one facet in one segment, by ordinal. */
    private static final class Column {
        private final String field;
        private final SortedSetDocValues values;

        /** The same when none has more than one, which is quicker. */
        private final @Nullable SortedDocValues single;

        private final int[] counts;

        Column(String field, SortedSetDocValues values) {
            this.field = field;
            this.values = values;
            this.single = DocValues.unwrapSingleton(values);
            this.counts = new int[Math.toIntExact(values.getValueCount())];
        }

        void collect(int document) throws IOException {
            if (single != null) {
                if (single.advanceExact(document)) {
                    counts[single.ordValue()]++;
                }
            } else if (values.advanceExact(document)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<String, Map<String, Long>> named) throws IOException {
            Map<String, Long> sum = named.computeIfAbsent(field, f -> new HashMap<>());
            for (int ordinal = 0; ordinal < counts.length; ordinal++) {
                if (counts[ordinal] > 0) {
                    sum.merge(values.lookupOrd(ordinal).utf8ToString(), (long) counts[ordinal], Long::sum);
                }
            }
        }
    }
}
