package dev.foundation.tracing.it.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands behind a service, and notes what that sends. */
final class NotedRequests implements AutoCloseable {

    private final HttpServer server;
    private final List<Headers> noted = new CopyOnWriteArrayList<>();

    private NotedRequests(HttpServer server) {
        this.server = server;
    }

    static NotedRequests onFreePort() throws IOException {
        NotedRequests requests = new NotedRequests(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        requests.server.createContext("/", requests::note);
        requests.server.start();
        return requests;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** All values of that header, in the order of the requests. */
    List<String> headers(String name) {
        return noted.stream().map(headers -> headers.getFirst(name)).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void note(HttpExchange exchange) throws IOException {
        noted.add(exchange.getRequestHeaders());
        byte[] answer = "{}".getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
