package dev.foundation.tracing.tracestore.ingest;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.foundation.tracing.tracestore.StoreTest;

/** What a web page of another site can make a browser send. */
class RequestOriginTest extends StoreTest {

    private static final byte[] SPAN = aSpan().inTrace(7).request().toByteArray();

    @ParameterizedTest
    @ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x" })
    void whatAPageMaySendWithoutAskingIsNoOtlp(String contentType) {
        HttpResponse<byte[]> answer = client.send(client.otlp().setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(SPAN)));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(client.spans(7)).isEmpty();
    }

    @Test
    void aPageThatAsksIsNotAllowed() {
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "POST").header("Access-Control-Request-Headers", "content-type")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://evil.example", "null", "http://localhost:1", "http://127.0.0.1", "" })
    void aPageThatSendsAllTheSameIsRefusedAndCounted(String origin) {
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Origin", origin)
                .POST(BodyPublishers.ofByteArray(SPAN)));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(client.spans(7)).isEmpty();
        assertThat(client.json("/api/store/traces").getJsonObject("store").getJsonObject("refused")
                .getLong("from_another_site")).isEqualTo(1);
    }

    @Test
    void theStoresOwnPageMaySend() {
        HttpResponse<byte[]> answer = client.send(client.otlp().header("Origin", "http://127.0.0.1:" + store.otlpHttpPort())
                .POST(BodyPublishers.ofByteArray(SPAN)));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({ "https://store.example,store.example,true", "http://store.example:80,store.example,false",
            "http://STORE.example,store.EXAMPLE,true", "store.example,store.example,false", "://x,x,false" })
    void anOriginIsOwnIfItNamesTheHostThatWasAsked(String origin, String host, boolean own) {
        assertThat(RequestOrigin.isOwn(origin, host)).isEqualTo(own);
    }

    @Test
    void whatIsNoBrowserHasNoOrigin() {
        assertThat(RequestOrigin.isOwn(null, null)).isTrue();
        assertThat(RequestOrigin.isOwn("http://x", null)).isFalse();
    }
}
