package dev.foundation.tracing.test.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.sun.net.httpserver.HttpServer;

import dev.foundation.tracing.test.SpanEvent;
import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.SpanLink;
import dev.foundation.tracing.test.SpanStatus;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.UnexpectedTraceError;

/** What the client makes of answers, those recorded from a real Tempo among them. */
class TempoAnswersTest {

    private static final String TRACE_ID = "5f1415ffc3670b2f794521fac799e091";

    private HttpServer server;
    private TempoClient client;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        client = TempoClient.at(address());
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void everySpanOfARecordedTraceIsRead() throws IOException {
        answer(200, recorded("tempo-v1.json"));

        Trace trace = client.find(TRACE_ID).orElseThrow();

        assertThat(trace.traceId()).isEqualTo(TRACE_ID);
        assertThat(trace.services()).containsExactly("gateway", "orders", "mailer");
        assertThat(trace.spans()).extracting(TraceSpan::spanId).containsExactly("00f067aa0ba902b7", "00f067aa0ba902b8",
                "00f067aa0ba902b9", "00f067aa0ba902ba", "00f067aa0ba902bb");
        assertThat(trace.orphans()).isEmpty();
    }

    @Test
    void timesKindStatusAndLinksAreRead() throws IOException {
        answer(200, recorded("tempo-v1.json"));

        TraceSpan root = client.find(TRACE_ID).orElseThrow().spanNamed("GET /orders/{id}");

        assertThat(root.startEpochNanos()).isEqualTo(1795358878678019864L);
        assertThat(root.durationNanos()).isEqualTo(120_000_000);
        assertThat(root.kind()).isEqualTo(SpanKind.SERVER);
        assertThat(root.status()).isEqualTo(SpanStatus.ERROR);
        assertThat(root.statusMessage()).isEqualTo("boom");
        assertThat(root.links()).containsExactly(
                new SpanLink("5b8efff798038103d269b633813fc60c", "eee19b7ec3c1b174", Map.of("reason", "retry")));
        assertThat(root.eventsNamed("exception")).extracting(SpanEvent::epochNanos).containsExactly(1795358878728019864L);
    }

    @Test
    void attributesKeepTheirTypes() throws IOException {
        answer(200, recorded("tempo-v1.json"));

        TraceSpan root = client.find(TRACE_ID).orElseThrow().spanNamed("GET /orders/{id}");

        assertThat(root.attributes()).containsEntry("big.int", Long.MAX_VALUE).containsEntry("ratio", 0.25)
                .containsEntry("whole.double", 3.0).containsEntry("cache.hit", true).containsEntry("tags", List.of("a", "b"))
                .containsEntry("codes", List.of(1L, 2L)).containsEntry("map", Map.of("k", "v")).containsEntry("empty", "")
                .containsEntry("nullish", "");
        assertThat(root.attribute("raw")).contains(new byte[] { 0, 1, 2, -1 });
    }

    @Test
    void anUnknownTraceIsEmpty() {
        answer(404, "");

        assertThat(client.find("abc")).isEmpty();
    }

    @Test
    void aRefusalIsPassedOnWithItsReason() {
        answer(400, "trace IDs can only contain hex characters");

        assertThatThrownBy(() -> client.find("zz")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/api/traces/zz answered 400: trace IDs can only contain hex characters");
    }

    @Test
    void anIncompleteTraceIsShownAtTheDeadline() throws IOException {
        answer(200, recorded("tempo-v1.json"));

        assertThatThrownBy(() -> atOnce().expecting("payment.charge").trace(TRACE_ID)).isInstanceOf(UnexpectedTraceError.class)
                .hasMessageContaining("is not as expected after 0 ms: there is no span 'payment.charge'")
                .hasMessageContaining("SELECT orders");
    }

    @Test
    void aTraceWithAMissingParentIsNotComplete() throws IOException {
        answer(200, recorded("tempo-v1.json").replace("\"spanId\":\"APBnqgupArc=\"", "\"spanId\":\"APBnqgupAAA=\""));

        assertThatThrownBy(() -> atOnce().trace(TRACE_ID)).hasMessageContaining("the parents of these spans are missing: '");
    }

    @Test
    void anAssertionThatNeverHoldsIsTheReasonGiven() throws IOException {
        answer(200, recorded("tempo-v1.json"));

        assertThatThrownBy(() -> atOnce().until(trace -> assertThat(trace.services()).contains("payments")).trace(TRACE_ID))
                .isInstanceOf(UnexpectedTraceError.class).hasCauseInstanceOf(AssertionError.class)
                .hasMessageContaining("payments").hasMessageContaining("SELECT orders");
    }

    @Test
    void noAnswerUntilTheDeadlineIsTheReasonGiven() {
        server.stop(0);

        assertThatThrownBy(() -> atOnce().trace(TRACE_ID)).isInstanceOf(UnexpectedTraceError.class)
                .hasMessageContaining("no answer to GET http://127.0.0.1").hasCauseInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @CsvSource({ "503, starting, answered 503: starting", "200, <html>, answered no JSON: <html>" })
    void anUnusableAnswerCountsAsNotYet(int status, String body, String reason) {
        answer(status, body);

        assertThatThrownBy(() -> atOnce().trace(TRACE_ID)).isInstanceOf(UnexpectedTraceError.class)
                .hasMessageContaining(reason).hasCauseInstanceOf(UnusableAnswerException.class);
    }

    @Test
    void aRefusalIsNotWaitedFor() {
        answer(400, "trace IDs can only contain hex characters");

        assertThatThrownBy(() -> TraceCollector.of(address()).within(Duration.ofMinutes(1)).trace("zz"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("answered 400");
    }

    private TraceCollector atOnce() {
        return TraceCollector.of(address()).settlingFor(Duration.ZERO).within(Duration.ZERO);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static String recorded(String name) throws IOException {
        try (InputStream body = Objects.requireNonNull(TempoAnswersTest.class.getResourceAsStream(name))) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
