package dev.foundation.tracing.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * An order that was placed, and how it was answered.
 *
 * @param answer the body
 */
record FirstOrder(URI uri, int status, String answer, String traceId) {

    static final String BODY = "{\"customer\":\"ada\",\"items\":[{\"sku\":\"tea-01\",\"quantity\":2},{\"sku\":\"tea-04\",\"quantity\":1}]}";

    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    /** @throws FailedException with the answer, unless the order was accepted and traced */
    static FirstOrder placeAt(URI storefront) throws InterruptedException, FailedException {
        URI uri = storefront.resolve("/orders");
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER_TIMEOUT).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(BODY)).build();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).proxy(HttpClient.Builder.NO_PROXY)
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            String traceId = response.headers().firstValue("x-trace-id").orElse("");
            if (response.statusCode() != 201 || traceId.isEmpty())
                throw new FailedException("POST " + uri + " answered " + response.statusCode()
                        + (traceId.isEmpty() ? " without x-trace-id" : ", trace " + traceId) + ": " + response.body());
            return new FirstOrder(uri, response.statusCode(), response.body(), traceId);
        } catch (IOException e) {
            throw new FailedException("no answer to POST " + uri + ": " + e);
        }
    }

    /** The shop is up, but does not take an order. */
    static final class FailedException extends Exception {

        FailedException(String message) {
            super(message);
        }
    }
}
