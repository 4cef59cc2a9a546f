package dev.foundation.tracing.shop.storefront;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Stands for the catalog and orders, over HTTP: what is asked for decides what is answered. */
public class OtherServices implements QuarkusTestResourceLifecycleManager {

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/products", OtherServices::products);
            started.createContext("/orders", OtherServices::orders);
            started.start();
            server = started;
            String url = "http://localhost:" + started.getAddress().getPort();
            return Map.of("shop.catalog.url", url, "shop.orders.url", url, "quarkus.rest-client.orders.read-timeout", "1000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null)
            server.stop(0);
    }

    private static void products(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getRawPath()) {
            case "/products" -> list(exchange);
            case "/products/tea-01" -> answer(exchange, 200, "{\"sku\":\"tea-01\"}");
            case "/products/baggage" -> answer(exchange, 200, "{\"baggage\":\"" + baggage(exchange) + "\"}");
            case "/products/page" -> {
                exchange.getResponseHeaders().set("Content-Type", "text/html");
                send(exchange, 500, "<p>secret stack trace</p>");
            }
            case "/products/gone" -> exchange.close();
            default -> answer(exchange, 404, "{\"error\":\"no product has that SKU\"}");
        }
    }

    private static void list(HttpExchange exchange) throws IOException {
        boolean fails = baggage(exchange).contains("list=fails");
        answer(exchange, fails ? 503 : 200, fails ? "{\"error\":\"no list today\"}" : "[{\"sku\":\"tea-01\"}]");
    }

    private static void orders(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"state\":\"FULFILLED\"}");
        } else if (body.contains("suspended")) {
            exchange.getResponseHeaders().set("Retry-After", "5");
            answer(exchange, 503, "{\"error\":\"payments are suspended\"}");
        } else if (body.contains("silent")) {
            // The exchange stays open, without an answer, until the server is stopped.
            return;
        } else if (body.isEmpty()) {
            answer(exchange, 400, "{\"error\":\"the body must not be null\"}");
        } else {
            exchange.getResponseHeaders().set("Location", "/orders/1");
            answer(exchange, 201, body);
        }
    }

    private static String baggage(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("baggage")).orElse("");
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, json);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
