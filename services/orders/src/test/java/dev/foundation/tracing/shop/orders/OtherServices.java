package dev.foundation.tracing.shop.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Stands for the catalog and payments, over HTTP. The product decides what becomes of its order: the catalog knows those that
 * have a price here, and payments goes by the amount.
 */
public class OtherServices implements QuarkusTestResourceLifecycleManager {

    private static final String REFUSED_AMOUNT = "4.22";
    private static final String BROKEN_AMOUNT = "5.03";
    private static final String FLAKY_AMOUNT = "5.01";
    private static final Map<String, String> PRICES = Map.of("tea-01", "6.20", "cup-01", "8.50", "refused-01", REFUSED_AMOUNT,
            "broken-01", BROKEN_AMOUNT, "flaky-01", FLAKY_AMOUNT);

    private final Map<String, Integer> triesByKey = new ConcurrentHashMap<>();

    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/products/", this::find);
            started.createContext("/payments", this::pay);
            started.createContext("/tries/", this::tries);
            started.start();
            server = started;
            String url = "http://localhost:" + started.getAddress().getPort();
            return Map.of("shop.catalog.url", url, "shop.payments.url", url);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null)
            server.stop(0);
    }

    private void find(HttpExchange exchange) throws IOException {
        String sku = lastPart(exchange);
        String price = PRICES.get(sku);
        switch (sku) {
            case "gone-01" -> exchange.close();
            case "failing-01" -> answer(exchange, 500, "{}");
            default -> answer(exchange, price == null ? 404 : 200,
                    "{\"sku\":\"" + sku + "\",\"name\":\"\",\"price\":\"" + price + "\",\"currency\":\"EUR\"}");
        }
    }

    private void pay(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key")).orElse("");
        int tries = triesByKey.merge(key, 1, Integer::sum);
        answer(exchange, statusFor(body, tries), "{}");
    }

    private static int statusFor(String body, int tries) {
        if (body.contains(REFUSED_AMOUNT))
            return 422;
        if (body.contains(BROKEN_AMOUNT) || (body.contains(FLAKY_AMOUNT) && tries == 1))
            return 503;
        return 201;
    }

    private void tries(HttpExchange exchange) throws IOException {
        answer(exchange, 200, String.valueOf(triesByKey.getOrDefault(lastPart(exchange), 0)));
    }

    private static String lastPart(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
