package dev.foundation.tracing.test.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;

/** Asks Grafana Tempo, or whatever answers its API, for traces. Safe from any thread. */
final class TempoClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String base;

    private TempoClient(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** @param base where the API begins, without {@code /api}: {@code http://localhost:3200} */
    static TempoClient at(URI base) {
        return new TempoClient(base);
    }

    /**
     * @param traceId hex digits
     * @return what has arrived of the trace; empty if that is nothing
     * @throws IllegalStateException if the answer is neither a trace nor "not found"
     * @throws UncheckedIOException if there is no answer
     */
    Optional<Trace> find(String traceId) {
        HttpResponse<String> answer = get("/api/traces/" + encoded(traceId));
        if (answer.statusCode() == 404)
            return Optional.empty();
        List<TraceSpan> spans = spans(answer);
        return spans.isEmpty() ? Optional.empty() : Optional.of(Trace.of(spans.get(0).traceId(), spans));
    }

    private List<TraceSpan> spans(HttpResponse<String> answer) {
        JsonNode body = body(answer);
        try {
            return TraceJson.spans(body);
        } catch (IllegalArgumentException e) {
            throw new UnusableAnswerException("GET " + answer.uri() + " answered no trace: " + answer.body(), e);
        }
    }

    private HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json").build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to GET " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in GET " + request.uri(), e);
        }
    }

    private JsonNode body(HttpResponse<String> answer) {
        String refusal = "GET " + answer.uri() + " answered " + answer.statusCode() + ": " + answer.body();
        if (answer.statusCode() / 100 == 4)
            throw new IllegalStateException(refusal);
        if (answer.statusCode() != 200)
            throw new UnusableAnswerException(refusal, null);
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new UnusableAnswerException("GET " + answer.uri() + " answered no JSON: " + answer.body(), e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
