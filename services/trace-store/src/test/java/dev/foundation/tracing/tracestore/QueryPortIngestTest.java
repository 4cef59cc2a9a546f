package dev.foundation.tracing.tracestore;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;

/** The page imports traces by the port that it comes from. */
class QueryPortIngestTest extends StoreTest {

    private static final String JSON = "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\""
            + SpanFixture.hexTraceId(7) + "\",\"spanId\":\"0000000000000001\"}]}]}]}";

    @Test
    void aPageOfTheStoreMayImportATrace() {
        assertThat(importedFrom("http://127.0.0.1:" + store.queryPort()).statusCode()).isEqualTo(200);
        assertThat(client.spans(7)).hasSize(1);
    }

    @Test
    void aPageOfAnotherSiteMayNot() {
        assertThat(importedFrom("http://evil.example").statusCode()).isEqualTo(403);
        assertThat(client.spans(7)).isEmpty();
    }

    @Test
    void theLimitsAreThoseOfTheOtherPort() {
        assertThat(send(BodyPublishers.ofByteArray(new byte[21 * 1024 * 1024]), "application/json").statusCode())
                .isEqualTo(400);
        assertThat(send(BodyPublishers.ofString(JSON), "text/plain").statusCode()).isEqualTo(415);
        assertThat(send(BodyPublishers.ofByteArray(aSpan().request().toByteArray()), "application/x-protobuf").statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<byte[]> importedFrom(String origin) {
        return client.send(client.query("/v1/traces").header("Content-Type", "application/json").header("Origin", origin)
                .POST(BodyPublishers.ofString(JSON)));
    }

    private HttpResponse<byte[]> send(HttpRequest.BodyPublisher body, String type) {
        return client.send(client.query("/v1/traces").header("Content-Type", type).POST(body));
    }
}
