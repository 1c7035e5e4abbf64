package io.liasse.routes.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a clamd about a file by INSTREAM (clamd(8)): the file is streamed, so clamd may run anywhere. Thread-safe. */
final class Clamd {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 4_096;

    private final String address;
    private final Duration timeout;

    /** What clamd says of a file. */
    sealed interface Finding {
        /** Nothing was found. */
        record Clean() implements Finding {}

        /** Something was, by this name. */
        record Infected(String name) implements Finding {}

        /** It is larger than clamd takes. */
        record TooLarge() implements Finding {}
    }

    Clamd(String address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
    }

    /**
     * Scans a file.
     *
     * @throws IOException when clamd cannot be reached, breaks off, or says what is none of the three findings
     */
    Finding scan(Path file) throws IOException {
        try (SocketChannel channel = open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            Talk talk = new Talk(channel, channel.register(selector, 0));
            talk.connect(where());
            IOException broken = null;
            try {
                talk.send(file);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // It hangs up in the middle of what is too large, after having said so.
                broken = e;
            }
            return finding(talk.answer(), broken);
        }
    }

    private SocketChannel open() throws IOException {
        return isFile() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private boolean isFile() {
        return address.startsWith("/");
    }

    private SocketAddress where() throws UnknownHostException {
        if (isFile()) {
            return UnixDomainSocketAddress.of(address);
        }
        int colon = address.lastIndexOf(':');
        InetSocketAddress where =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        if (where.isUnresolved()) {
            throw new UnknownHostException(where.getHostString());
        }
        return where;
    }

    /** One conversation, in which no step waits longer than the timeout. */
    private final class Talk {
        private final SocketChannel channel;
        private final SelectionKey key;

        Talk(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            this.key = key;
        }

        void connect(SocketAddress where) throws IOException {
            boolean connected = channel.connect(where);
            while (!connected) {
                await(SelectionKey.OP_CONNECT);
                connected = channel.finishConnect();
            }
        }

        void send(Path file) throws IOException {
            write(ByteBuffer.wrap(COMMAND));
            byte[] piece = new byte[PIECE];
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                    write(ByteBuffer.allocate(4 + read)
                            .putInt(read)
                            .put(piece, 0, read)
                            .flip());
                }
            }
            write(ByteBuffer.allocate(4));
        }

        private void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0) {
                    await(SelectionKey.OP_WRITE);
                }
            }
        }

        String answer() throws IOException {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            ByteBuffer piece = ByteBuffer.allocate(LONGEST_ANSWER);
            while (answer.size() < LONGEST_ANSWER) {
                await(SelectionKey.OP_READ);
                if (channel.read(piece) < 0) {
                    break;
                }
                answer.write(piece.array(), 0, piece.position());
                piece.clear();
            }
            return answer.toString(StandardCharsets.UTF_8);
        }

        private void await(int what) throws IOException {
            key.interestOps(what);
            if (key.selector().select(timeout.toMillis()) == 0) {
                throw new SocketTimeoutException("clamd does not answer");
            }
            key.selector().selectedKeys().clear();
        }
    }

    private static Finding finding(String answer, @Nullable IOException broken) throws IOException {
        String said = answer.replace("\0", "").strip();
        if (said.equals("stream: OK") && broken == null) {
            return new Finding.Clean();
        }
        if (said.endsWith(" FOUND")) {
            return new Finding.Infected(said.replaceFirst("^stream: ", "").replaceFirst(" FOUND$", ""));
        }
        if (said.contains("size limit exceeded")) {
            return new Finding.TooLarge();
        }
        throw broken == null ? new IOException("clamd answers: " + said) : broken;
    }
}
