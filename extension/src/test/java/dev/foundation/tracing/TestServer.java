package dev.foundation.tracing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server on a free port of this machine that remembers the headers it was sent. */
class TestServer implements BeforeEachCallback, AfterEachCallback {

    private static final int CHUNKED = 0;
    private static final int NO_BODY = -1;

    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/text", exchange -> send(exchange, 200, 11, "hello world"));
        answer("/chunks", exchange -> send(exchange, 200, CHUNKED, "x".repeat(100_000)));
        answer("/missing", exchange -> send(exchange, 404, 7, "no such"));
        answer("/moved", exchange -> {
            exchange.getResponseHeaders().add("location", "/text");
            send(exchange, 302, NO_BODY, "");
        });
        answer("/late", exchange -> {
            awaitQuietly();
            sendUntilNobodyListens(exchange);
        });
        server.start();
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            received.add(exchange.getRequestHeaders());
            answer.to(exchange);
            exchange.close();
        });
    }

    private static void send(HttpExchange exchange, int status, long length, String body) throws IOException {
        boolean isAskedForBody = !exchange.getRequestMethod().equals("HEAD") && length != NO_BODY;
        exchange.sendResponseHeaders(status, isAskedForBody ? length : NO_BODY);
        if (isAskedForBody)
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitQuietly() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendUntilNobodyListens(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(200, CHUNKED);
            for (int i = 0; i < 10_000; i++)
                exchange.getResponseBody().write(new byte[65_536]);
        } catch (IOException e) {
            gone.countDown();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        goOn.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    Headers received() {
        return received.get(received.size() - 1);
    }

    void awaitARequest() {
        await().until(() -> !received.isEmpty());
    }

    /** Answers whoever waits at {@code /late}. */
    void goOn() {
        goOn.countDown();
    }

    void awaitThatTheCallerIsGone() throws InterruptedException {
        gone.await();
    }

    private interface Answer {

        void to(HttpExchange exchange) throws IOException;
    }
}
