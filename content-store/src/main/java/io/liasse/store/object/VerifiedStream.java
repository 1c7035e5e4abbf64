package io.liasse.store.object;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * Hands bytes through and digests them; at the end, or when the known size is reached, a wrong digest is a failure.
 * For one reader.
 */
final class VerifiedStream extends FilterInputStream {
    private final MessageDigest digest = Digests.sha256();
    private final Sha256 expected;
    private final long size;
    private long seen;
    private boolean checked;

    VerifiedStream(InputStream bytes, Sha256 expected, long size) {
        super(bytes);
        this.expected = expected;
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
            seen += count;
        }
        if (count < 0 || seen >= size) {
            check();
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(1, count))];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void check() {
        if (checked) {
            return;
        }
        checked = true;
        if (seen != size || !Sha256.of(digest.digest()).equals(expected)) {
            throw new ObjectStoreFailure("object " + expected + " was altered", null);
        }
    }
}
