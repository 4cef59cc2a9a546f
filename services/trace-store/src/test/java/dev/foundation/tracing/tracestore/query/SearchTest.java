package dev.foundation.tracing.tracestore.query;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static dev.foundation.tracing.tracestore.SpanFixture.hexTraceId;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.tracestore.SpanFixture;
import dev.foundation.tracing.tracestore.StoreClient;
import dev.foundation.tracing.tracestore.StoreTest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.vertx.core.json.JsonObject;

class SearchTest extends StoreTest {

    private static final String QUICK = hexTraceId(1);
    private static final String SLOW = hexTraceId(2);
    private static final String FAILED = hexTraceId(3);

    @BeforeEach
    void sendThreeTraces() {
        client.export(
                aSpan().inTrace(1).of("storefront").named("GET /products/{sku}").with("customer", "ada").lasting(ofMillis(5)),
                aSpan().inTrace(1).withId(2).below(1).of("catalog").named("cache.get").with("cache.hit",
                        AnyValue.newBuilder().setBoolValue(true).build()).lasting(ofMillis(4)),
                aSpan().inTrace(2).of("storefront").named("POST /orders").startingAfter(ofSeconds(1)).lasting(ofMillis(900))
                        .with("greeting", "hello \"world\""),
                aSpan().inTrace(3).of("payments").named("payment.book").startingAfter(ofSeconds(2)).lasting(ofMillis(50))
                        .with("http.response.status_code", AnyValue.newBuilder().setIntValue(500).build()).failed("refused"));
    }

    @Test
    void theNewestTraceComesFirst() {
        assertThat(client.search("")).containsExactly(FAILED, SLOW, QUICK);
    }

    @Test
    void byService() {
        assertThat(client.searchTags("service.name=catalog")).containsExactly(QUICK);
    }

    @Test
    void byTheNameOfAnySpan() {
        assertThat(client.searchTags("name=cache.get")).containsExactly(QUICK);
    }

    @Test
    void byStatus() {
        assertThat(client.searchTags("status=error")).containsExactly(FAILED);
    }

    @Test
    void byTheRoot() {
        assertThat(client.searchTags("root.service.name=storefront root.name=orders")).containsExactly(SLOW);
    }

    @Test
    void byAnAttributeOfAnyTypeComparedAsText() {
        assertThat(client.searchTags("cache.hit=true")).containsExactly(QUICK);
        assertThat(client.searchTags("http.response.status_code=500")).containsExactly(FAILED);
    }

    @Test
    void byAQuotedValue() {
        assertThat(client.searchTags("greeting=\"hello \\\"world\\\"\"")).containsExactly(SLOW);
    }

    @Test
    void allTagsMustBeFoundButNotOnOneSpan() {
        assertThat(client.searchTags("customer=ada cache.hit=true")).containsExactly(QUICK);
        assertThat(client.searchTags("customer=ada status=error")).isEmpty();
    }

    @Test
    void byDurationOfTheTrace() {
        assertThat(client.search("minDuration=100ms")).containsExactly(SLOW);
        assertThat(client.search("maxDuration=49.9ms")).containsExactly(QUICK);
        assertThat(client.search("minDuration=10ms&maxDuration=1m")).containsExactly(FAILED, SLOW);
    }

    @Test
    void byTime() {
        long second = SpanFixture.START_NANOS / 1_000_000_000;

        assertThat(client.search("start=" + (second - 5) + "&end=" + second)).containsExactly(QUICK);
        assertThat(client.search("start=" + (second + 2) + "&end=" + (second + 5))).containsExactly(FAILED);
    }

    @Test
    void theLimitKeepsTheNewest() {
        assertThat(client.search("limit=2")).containsExactly(FAILED, SLOW);
    }

    @Test
    void withoutItsRootATraceSaysSo() {
        client.export(aSpan().inTrace(4).withId(2).below(1));
        JsonObject found = client.json("/api/search?minDuration=1ms&maxDuration=1ms").getJsonArray("traces").getJsonObject(0);

        assertThat(found.getString("rootServiceName")).isEqualTo("<root span not yet received>");
    }

    @Test
    void byTraceQl() {
        assertThat(client.searchTraceQl("{ status = error } || { duration > 800ms }")).containsExactly(FAILED, SLOW);
    }

    @Test
    void aQueryForNumbersIsRefusedWithAWordOnWhereToAsk() {
        assertBad("/api/search?q=%7B%7D%7Crate()",
                "invalid TraceQL query: it asks for numbers over time, which /api/metrics/query_range gives");
    }

    @Test
    void aMistakeInTraceQlIsAnsweredWithItsPlace() {
        assertBad("/api/search?q=%7B%20foo%20%7D",
                "invalid TraceQL query: parse error at line 1, col 3: unknown identifier: foo");
    }

    @Test
    void brokenParametersAreBadRequests() {
        assertBad("/api/search?minDuration=ten", "invalid minDuration: time: invalid duration \"ten\"");
        assertBad("/api/search?minDuration=2s&maxDuration=1s", "invalid maxDuration: must be greater than minDuration");
        assertBad("/api/search?tags=a%3Db%20a%3Dc", "invalid tags: tag a has been set twice");
        assertBad("/api/search?start=x", "invalid start: strconv.ParseUint: parsing \"x\": invalid syntax");
        assertBad("/api/search?start=5", "http parameter start must be before end. received start=5 end=0");
    }

    private void assertBad(String path, String message) {
        HttpResponse<byte[]> answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(StoreClient.text(answer)).isEqualTo(message);
    }
}
