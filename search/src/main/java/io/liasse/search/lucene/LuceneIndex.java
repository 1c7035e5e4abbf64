package io.liasse.search.lucene;

import io.liasse.search.query.Wanted;
import io.liasse.store.access.Visibility;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * One index in one folder. What is put is found once {@link #reached} was called and survives a crash after {@link
 * #commit}; each commit carries how far in the journal its content reaches, so that both are there or neither.
 * Thread-safe.
 */
public final class LuceneIndex implements Closeable {
    /** Segments smaller than this, in megabytes, stay in memory until they are committed or merged, at most so much. */
    private static final double SMALL_SEGMENT = 2;

    private static final double CACHED = 16;

    private final Words words = new Words();
    private final TextQueries queries = new TextQueries(words);
    private final Snippets snippets = new Snippets(words, queries);
    private final Directory folder;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile Reach reach;
    private Reach committed;

    private LuceneIndex(Directory folder, IndexWriter writer, Reach reach) throws IOException {
        this.folder = folder;
        this.writer = writer;
        this.searchers = new SearcherManager(writer, null);
        this.reach = reach;
        this.committed = reach;
    }

    /** Makes an empty index, in place of whatever is there. */
    public static LuceneIndex create(Path path, int bufferMegabytes) {
        return Disk.read(() -> {
            LuceneIndex index = with(path, bufferMegabytes, OpenMode.CREATE);
            index.write(Reach.NOTHING);
            return index;
        });
    }

    /**
     * Opens the index as last committed.
     *
     * @throws IndexDamaged when there is none, it cannot be read, or is of another format
     */
    public static LuceneIndex open(Path path, int bufferMegabytes) {
        return Disk.open(() -> with(path, bufferMegabytes, OpenMode.APPEND));
    }

    private static LuceneIndex with(Path path, int bufferMegabytes, OpenMode mode) throws IOException {
        Directory folder = new NRTCachingDirectory(FSDirectory.open(path), SMALL_SEGMENT, CACHED);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(folder, config(bufferMegabytes, mode));
            return new LuceneIndex(folder, writer, mode == OpenMode.CREATE ? Reach.NOTHING : written(writer));
        } catch (IOException | RuntimeException failure) {
            IOUtils.closeWhileHandlingException(writer, folder);
            throw failure;
        }
    }

    private static IndexWriterConfig config(int bufferMegabytes, OpenMode mode) {
        return new IndexWriterConfig(new Words().analyzer())
                .setRAMBufferSizeMB(bufferMegabytes)
                .setOpenMode(mode)
                .setCommitOnClose(false);
    }

    private static Reach written(IndexWriter writer) {
        Map<String, String> values = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(each -> values.put(each.getKey(), each.getValue()));
        }
        return Reach.read(values);
    }

    /** Puts an entry in place of what the index holds under its key. */
    public void put(Entry entry) {
        Disk.write(() -> writer.updateDocuments(key(entry.key()), EntryBlock.of(entry)));
    }

    public void remove(Key key) {
        Disk.write(() -> writer.deleteDocuments(key(key)));
    }

    /** Gives a case and all its documents a phase, without indexing them again. */
    public void phase(UUID caseId, String phase) {
        Disk.write(() -> writer.updateNumericDocValue(
                new Term(Fields.DOSSIER, caseId.toString()), Fields.PHASE, Fields.phaseNumber(phase)));
    }

    /** Makes all that was put so far found, and remembers how far it reaches. */
    public void reached(Reach now) {
        Disk.write(searchers::maybeRefreshBlocking);
        reach = now;
    }

    public Reach reach() {
        return reach;
    }

    /** Writes all that was reached to disk; does nothing when it is there. */
    public synchronized void commit() {
        Reach now = reach;
        if (!now.equals(committed)) {
            Disk.write(() -> write(now));
        }
    }

    /** The content is at least as new as the reach, which was taken before. */
    private synchronized void write(Reach now) throws IOException {
        writer.setLiveCommitData(now.written().entrySet());
        writer.commit();
        committed = now;
    }

    /** False after a failure of the disk while writing; what was committed can be opened again. */
    public boolean isWritable() {
        return writer.isOpen();
    }

    public Found find(Ask ask) {
        return searching(searcher -> new Finder(searcher, queries).find(ask));
    }

    /** Entries whose title goes on from what was typed, best first. */
    public List<Found.Match> complete(String typed, Ask ask) {
        return searching(searcher -> new Finder(searcher, queries).complete(typed, ask));
    }

    /** Documents that share the telling words of a text and are seen so, the likest first; the score is below 1. */
    public List<Found.Match> alike(String text, Visibility visibility, Set<Key> without, int limit) {
        return alike(text, RightsQuery.of(visibility), without, limit);
    }

    /** The same among all documents that are in a case, for the program's own work. */
    public List<Found.Match> alikeInCases(String text, int limit) {
        return alike(text, new TermQuery(new Term(Fields.FILED, Fields.YES)), Set.of(), limit);
    }

    private List<Found.Match> alike(String text, Query among, Set<Key> without, int limit) {
        return searching(searcher -> new Alike(searcher, words).to(text, among, without, limit));
    }

    /** HTML: what was found in {@code <mark>}, all else escaped. */
    public String snippet(Wanted wanted, Found.Match match) {
        return snippets.of(wanted, match);
    }

    public long entries() {
        return searching(searcher -> (long) searcher.count(new FieldExistsQuery(Fields.KIND)));
    }

    /**
     * Reads every byte of what is searched now.
     *
     * @throws IndexDamaged when a checksum is wrong
     */
    public void verify() {
        searching(searcher -> {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                leaf.reader().checkIntegrity();
            }
            return true;
        });
    }

    private <T> T searching(Searching<T> work) {
        return Disk.read(() -> {
            IndexSearcher searcher = searchers.acquire();
            try {
                return work.with(searcher);
            } finally {
                searchers.release(searcher);
            }
        });
    }

    private static Term key(Key key) {
        return new Term(Fields.KEY, key.toString());
    }

    /** Closes without committing; searches under way end well. */
    @Override
    public void close() {
        Disk.write(() -> IOUtils.close(searchers, writer, folder));
    }

    /** Something asked of one state of the index. */
    private interface Searching<T> {
        T with(IndexSearcher searcher) throws IOException;
    }
}
