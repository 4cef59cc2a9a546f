package dev.foundation.tracing.traffic;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The shop as its customers reach it. They begin no traces: a trace begins at the shop's door. */
final class Storefront {

    // A little longer than the storefront itself waits for an order.
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE).build();
    private final URI target;

    Storefront(URI target) {
        this.target = target;
    }

    /**
     * @return the SKUs of all products, at least one
     * @throws IOException that says why the shop can't be visited yet
     */
    List<String> products() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request("/products").build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new IOException("GET " + answer.uri() + " answered " + answer.statusCode());
        List<String> products = skus(answer.body());
        if (products.isEmpty())
            throw new IOException("GET " + answer.uri() + " answered with no products");
        return products;
    }

    CompletableFuture<Answer> send(Visit visit) {
        HttpRequest.Builder request = request(visit.path());
        if (visit.fault() != null)
            request.header("baggage", visit.fault());
        if (visit.order() != null)
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(visit.order()));
        return http.sendAsync(request.build(), BodyHandlers.discarding())
                .thenApply(answer -> new Answer(answer.statusCode(), answer.headers().firstValue("x-trace-id").orElse("none")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(target.resolve(path)).timeout(PATIENCE);
    }

    private static List<String> skus(String json) throws IOException {
        try {
            return new ObjectMapper().readTree(json).findValuesAsText("sku");
        } catch (JsonProcessingException e) {
            throw new IOException("what the shop answers is no list of products", e);
        }
    }

    record Answer(int status, String traceId) {
    }
}
