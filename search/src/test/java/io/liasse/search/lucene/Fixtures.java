package io.liasse.search.lucene;

import io.liasse.store.journal.JournalPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Brings indexes into states that tests outside of this package need. */
public final class Fixtures {
    private Fixtures() {}

    /** As if the database had gone on and was then set back. */
    public static void ahead(LuceneIndex index) {
        index.reached(new Reach(new JournalPosition(Long.MAX_VALUE / 2, 1), Instant.EPOCH));
    }

    /** As if another version of the program had written it. */
    public static void format(Path index, String format) throws IOException {
        try (FSDirectory folder = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("format", format, "position", "0/0").entrySet());
            writer.commit();
        }
    }
}
