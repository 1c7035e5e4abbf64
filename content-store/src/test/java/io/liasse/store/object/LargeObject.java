package io.liasse.store.object;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Stores a generated object of the given size and reads it back; the arguments are size, folder, and for S3 the endpoint
 * and keys. Run in a process of its own with a small heap.
 */
final class LargeObject {
    private LargeObject() {}

    public static void main(String[] arguments) throws IOException {
        long size = Long.parseLong(arguments[0]);
        Path folder = Path.of(arguments[1]);
        ObjectStore store = arguments.length == 2
                ? new FolderObjectStore(folder)
                : new S3ObjectStore(
                        new ObjectStoreSettings.S3(arguments[2], "large", arguments[3], arguments[4], "us-east-1"),
                        folder);
        StoredObject stored = store.put(new Generated(size));
        long read = 0;
        try (InputStream bytes = store.open(stored.hash())) {
            byte[] buffer = new byte[65_536];
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                read += count;
            }
        }
        store.delete(stored.hash());
        System.out.println("stored " + stored.size() + " and read " + read);
    }

    /** So many bytes that look like chance. */
    private static final class Generated extends InputStream {
        private final SplittableRandom random = new SplittableRandom(1);
        private long left;

        Generated(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            throw new IllegalStateException("bytes are read in blocks");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (left == 0) {
                return -1;
            }
            int count = (int) Math.min(length, left);
            byte[] block = new byte[count];
            random.nextBytes(block);
            System.arraycopy(block, 0, buffer, offset, count);
            left -= count;
            return count;
        }
    }
}
