package dev.foundation.tracing.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands for the shop: notes what comes, and answers orders only when it is let. */
final class PretendStorefront implements AutoCloseable {

    final List<String> requests = new CopyOnWriteArrayList<>();
    final CountDownLatch ordersAnswered = new CountDownLatch(1);
    volatile int productsStatus = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    PretendStorefront() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/products", this::products);
        server.createContext("/orders", this::orders);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        ordersAnswered.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void products(HttpExchange exchange) throws IOException {
        note(exchange);
        answer(exchange, productsStatus, "[{\"sku\":\"tea-01\",\"name\":\"Tea\"}]");
    }

    private void orders(HttpExchange exchange) throws IOException {
        note(exchange);
        try {
            ordersAnswered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answer(exchange, 201, "{}");
    }

    private void note(HttpExchange exchange) {
        String baggage = exchange.getRequestHeaders().getFirst("baggage");
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (baggage == null ? "" : " " + baggage));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("x-trace-id", "4cf0535f5a59813a03fc405b1f9880e8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
