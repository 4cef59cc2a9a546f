package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.traceHeaders;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;

class PropagatedContextTest {

    private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void workOnAnotherThreadHangsOnTheSpanThatHandedItOver() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try {
            withSpan("order.place", () -> {
                PropagatedContext context = propagateContext();
                Callable<String> work = () -> withPropagatedContext(context, () -> withSpan("order.fulfil", () -> "done"));
                return worker.submit(work).get();
            });
        } finally {
            worker.shutdownNow();
        }

        assertThat(spans.named("order.fulfil").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(spans.named("order.fulfil").getTraceId()).isEqualTo(spans.named("order.place").getTraceId());
    }

    @Test
    void aContextGoesToHeadersAndBack() {
        PropagatedContext context = withSpan("order.place", Spans::propagateContext);

        PropagatedContext read = PropagatedContext.fromHeaders(context.toHeaders());

        assertThat(read.span().getTraceId()).isEqualTo(context.span().getTraceId());
        assertThat(read.span().getSpanId()).isEqualTo(context.span().getSpanId());
        assertThat(read.span().isSampled()).isTrue();
    }

    @Test
    void baggageTravelsWithTheContext() {
        try (Scope ignored = Baggage.builder().put("fault.payments", "error").build().makeCurrent()) {
            PropagatedContext read = PropagatedContext.fromHeaders(propagateContext().toHeaders());

            String seen = withPropagatedContext(read, () -> Baggage.current().getEntryValue("fault.payments"));
            assertThat(seen).isEqualTo("error");
        }
    }

    @Test
    void headersAreReadWithoutRegardToCase() {
        PropagatedContext read = PropagatedContext.fromHeaders(Map.of("TraceParent", TRACEPARENT));

        assertThat(read.span().getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "nonsense", "00-0000-00-01", "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" })
    void malformedHeadersGiveAContextWithoutSpan(String traceparent) {
        PropagatedContext read = PropagatedContext.fromHeaders(Map.of("traceparent", traceparent));

        assertThat(read.span().isValid()).isFalse();
        assertThat(read).hasToString("no trace");
    }

    @Test
    void headersWithNullsAreReadAsFarAsTheyGo() {
        Map<String, String> headers = new HashMap<>();
        headers.put(null, "HTTP/1.1 200 OK");
        headers.put("tracestate", null);
        headers.put("traceparent", TRACEPARENT);

        assertThat(PropagatedContext.fromHeaders(headers).span().isValid()).isTrue();
    }

    @Test
    void aContextPrintsReadably() {
        PropagatedContext read = PropagatedContext.fromHeaders(Map.of("traceparent", TRACEPARENT));

        assertThat(read).hasToString("trace 0af7651916cd43dd8448eb211c80319c span b7ad6b7169203331 (sampled)");
    }

    @Test
    void whatWasCurrentBeforeIsCurrentAgainAfterwards() {
        PropagatedContext elsewhere = PropagatedContext.fromHeaders(Map.of("traceparent", TRACEPARENT));

        String after = withSpan("worker.loop", span -> {
            withPropagatedContext(elsewhere, () -> withSpan("order.fulfil", () -> "done"));
            return Spans.currentSpan().getSpanContext().getSpanId();
        });

        assertThat(after).isEqualTo(spans.named("worker.loop").getSpanId());
    }

    @Test
    void headersForACallNameTheTrace() {
        Map<String, String> headers = withSpan("http.call", Spans::traceHeaders);

        String traceId = spans.only().getTraceId();
        assertThat(headers).containsEntry("x-trace-id", traceId)
                .containsEntry("traceparent", "00-" + traceId + "-" + spans.only().getSpanId() + "-01");
        assertThat(traceHeaders()).isEmpty();
    }
}
