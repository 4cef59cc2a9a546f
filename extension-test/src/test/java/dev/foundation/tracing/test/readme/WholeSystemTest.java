package dev.foundation.tracing.test.readme;

import static dev.foundation.tracing.test.assertions.TraceAssertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.collect.TestSdk;
import dev.foundation.tracing.test.collect.TraceCollector;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

class WholeSystemTest {

    @Test
    void anOrderGoesThroughTwoServices() {
        try (TraceCollector collector = TraceCollector.start()) {
            startServices(collector.settings());

            String traceId = placeOrder();

            Trace trace = collector.expecting("order.ship").trace(traceId);
            assertThat(trace).hasServices("storefront", "orders").ranSequentially("order.price", "order.ship");
            assertThat(trace).matchesGolden("order-placed.trace");
        }
    }

    private String endpoint;

    private void startServices(Map<String, String> settings) {
        endpoint = settings.get("quarkus.otel.exporter.otlp.endpoint");
    }

    private String placeOrder() {
        try (TestSdk storefront = service("storefront"); TestSdk orders = service("orders")) {
            Span request = storefront.tracer().spanBuilder("POST /orders").startSpan();
            Context context = Context.root().with(request);
            orders.tracer().spanBuilder("order.price").setParent(context).startSpan().end();
            orders.tracer().spanBuilder("order.ship").setParent(context).setAttribute("order.items", 2).startSpan().end();
            request.end();
            return request.getSpanContext().getTraceId();
        }
    }

    private TestSdk service(String name) {
        return new TestSdk(name,
                SimpleSpanProcessor.create(OtlpGrpcSpanExporter.builder().setEndpoint(endpoint).build()));
    }
}
