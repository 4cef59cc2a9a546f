package dev.foundation.tracing.benchmarks.store;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What is measured, by its addresses. Thread-safe.
 *
 * @param query of Tempo's API, without a path
 * @param otlp of OTLP over HTTP, without a path
 */
record Target(URI query, URI otlp) {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @return the status of the answer */
    int push(Batch batch) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(otlp.resolve("/v1/traces")).timeout(LONGEST)
                .header("Content-Type", "application/x-protobuf").POST(BodyPublishers.ofByteArray(batch.body().toByteArray()))
                .build(),
                BodyHandlers.ofByteArray()).statusCode();
    }

    HttpResponse<String> trace(String id) throws IOException, InterruptedException {
        return get("/api/traces/" + id);
    }

    HttpResponse<String> search(String traceQl) throws IOException, InterruptedException {
        return get("/api/search?limit=20&q=" + URLEncoder.encode(traceQl, StandardCharsets.UTF_8));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(query.resolve(path)).timeout(LONGEST).build(), BodyHandlers.ofString());
    }
}
