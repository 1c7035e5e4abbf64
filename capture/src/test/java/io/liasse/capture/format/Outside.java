package io.liasse.capture.format;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The world outside of a document: a server on this machine that notes whatever is asked of it. */
final class Outside implements AutoCloseable {
    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    Outside() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + path;
    }

    List<URI> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
