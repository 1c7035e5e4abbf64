package io.liasse.capture.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message after the other: four bytes of length, big-endian, then JSON. A frame has at most 64 MiB, so that a child
 * gone mad cannot fill the server's memory. Not thread-safe.
 */
final class Frames {
    private static final int LARGEST = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    void write(Object message) throws IOException {
        byte[] json = JSON.writeValueAsBytes(message);
        if (json.length > LARGEST) {
            throw new IOException("A message of " + json.length + " bytes is too large");
        }
        out.writeInt(json.length);
        out.write(json);
        out.flush();
    }

    /** The next message, or null at the end. */
    <T> @Nullable T read(Class<T> type) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        if (length < 0 || length > LARGEST) {
            throw new IOException("A message says it has " + length + " bytes");
        }
        return JSON.readValue(in.readNBytes(length), type);
    }
}
