package io.liasse.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.LockObtainFailedException;

/** Tells damage of an index from other failures of the disk. */
final class Disk {
    /** Something done with files. */
    interface Work<T> {
        T done() throws IOException;
    }

    /** Something done with files that gives nothing back. */
    interface Step {
        void done() throws IOException;
    }

    private Disk() {}

    static <T> T read(Work<T> work) {
        try {
            return work.done();
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException damage) {
            throw new IndexDamaged(damage);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void write(Step step) {
        read(() -> {
            step.done();
            return true;
        });
    }

    /** While an index is opened, whatever cannot be read is damage: files are missing or cut short. */
    static <T> T open(Work<T> work) {
        try {
            return work.done();
        } catch (LockObtainFailedException inUse) {
            throw new UncheckedIOException("the index is used by another process", inUse);
        } catch (IOException | IllegalArgumentException damage) {
            throw new IndexDamaged(damage);
        }
    }
}
