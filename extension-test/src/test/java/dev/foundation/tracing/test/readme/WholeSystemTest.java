package dev.foundation.tracing.test.readme;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.collect.TestSdk;
import dev.foundation.tracing.test.collect.TraceCollector;
import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceExtension;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

class WholeSystemTest {

    static final TraceCollector COLLECTOR = TraceCollector.start();

    @RegisterExtension
    static final TraceExtension TRACES = TraceExtension.of(COLLECTOR);

    @Test
    void anOrderGoesThroughTwoServices(TestTraces traces) {
        String traceId = placeOrder();

        Trace trace = traces.expecting("order.ship").of(traceId);
        assertThat(trace).hasServices("storefront", "orders").ranSequentially("order.price", "order.ship");
        assertThat(trace).matchesGolden("order-placed.trace");
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    private static String placeOrder() {
        try (TestSdk storefront = service("storefront"); TestSdk orders = service("orders")) {
            Span request = storefront.tracer().spanBuilder("POST /orders").startSpan();
            Context context = Context.root().with(request);
            orders.tracer().spanBuilder("order.price").setParent(context).startSpan().end();
            orders.tracer().spanBuilder("order.ship").setParent(context).setAttribute("order.items", 2).startSpan().end();
            request.end();
            return request.getSpanContext().getTraceId();
        }
    }

    private static TestSdk service(String name) {
        return new TestSdk(name,
                SimpleSpanProcessor
                        .create(OtlpGrpcSpanExporter.builder().setEndpoint(COLLECTOR.otlpGrpc().toString()).build()));
    }
}
