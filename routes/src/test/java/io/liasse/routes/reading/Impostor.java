package io.liasse.routes.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands where the scanner should: says what a scanner does not, reads nothing and says nothing, or passes all on to it. */
final class Impostor implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile String says = "";
    private volatile int scanner;
    private volatile int asked;

    Impostor() throws IOException {
        Thread.ofVirtual().start(this::listen);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** How often it was called since it changed its manners. */
    int asked() {
        return asked;
    }

    void says(String text) {
        says = text;
        asked = 0;
    }

    void passesOnTo(int port) {
        scanner = port;
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                sockets.add(caller);
                asked++;
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try {
            if (scanner > 0) {
                passOn(caller);
            } else if (!says.isEmpty()) {
                caller.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
                caller.close();
            }
        } catch (IOException hungUp) {
            sockets.remove(caller);
        }
    }

    private void passOn(Socket caller) throws IOException {
        Socket real = new Socket(InetAddress.getLoopbackAddress(), scanner);
        sockets.add(real);
        Thread.ofVirtual().start(() -> pump(caller, real));
        Thread.ofVirtual().start(() -> pump(real, caller));
    }

    private static void pump(Socket from, Socket into) {
        try (OutputStream out = into.getOutputStream()) {
            from.getInputStream().transferTo(out);
        } catch (IOException hungUp) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : sockets) {
            each.close();
        }
    }
}
