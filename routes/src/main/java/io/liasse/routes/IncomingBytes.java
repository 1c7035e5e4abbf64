package io.liasse.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The sender's bytes on their way into the object store: counts them, stops at the limit, and remembers whether a failure
 * was the sender's, so that it is not taken for one of the store.
 */
final class IncomingBytes extends FilterInputStream {
    private final long limit;
    private long read;
    private @Nullable IOException fault;

    IncomingBytes(InputStream bytes, long limit) {
        super(bytes);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = readOrRemember(into, offset, length);
        read += Math.max(0, count);
        if (tooLarge()) {
            throw new IOException("over the limit");
        }
        return count;
    }

    private int readOrRemember(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** What to tell the sender about a failed put: the sender's own fault where it was one. */
    RuntimeException blame(RuntimeException failure) {
        if (tooLarge()) {
            return new IncomingTooLarge(limit);
        }
        return fault == null ? failure : new IncomingUnreadable(fault);
    }

    private boolean tooLarge() {
        return read > limit;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public long skip(long count) throws IOException {
        return read(new byte[(int) Math.min(count, 8192)], 0, (int) Math.min(count, 8192));
    }
}
