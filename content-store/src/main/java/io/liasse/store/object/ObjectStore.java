package io.liasse.store.object;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Keeps bytes by their SHA-256. Content is never changed in place; putting the same bytes twice keeps them once. All
 * methods are safe for use by many threads and nodes. Trouble with the disk or the server is {@link ObjectStoreFailure}.
 */
public interface ObjectStore {
    /**
     * Reads {@code bytes} to the end (the caller closes it) and returns when they are durable. Memory use does not grow
     * with the size. After a failure nothing under the digest has changed.
     */
    StoredObject put(InputStream bytes);

    /**
     * The whole object; the caller closes the stream. The digest is checked on the way: reading the last byte of altered
     * content fails with {@link ObjectStoreFailure}. Absent: {@link ObjectMissing}.
     */
    InputStream open(Sha256 hash);

    /** {@code length} bytes from {@code offset} (both in bytes, within the object), not verified; the caller closes. */
    InputStream open(Sha256 hash, long offset, long length);

    /** The number of bytes, empty when there is no such object. */
    OptionalLong size(Sha256 hash);

    /** Removes the object; absent is fine. Only retention and clean-up of unreferenced objects call this. */
    void delete(Sha256 hash);
}
