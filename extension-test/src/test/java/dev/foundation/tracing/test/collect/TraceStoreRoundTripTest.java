package dev.foundation.tracing.test.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.Waterfall;
import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** From OpenTelemetry's own exporter through the real store. */
class TraceStoreRoundTripTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static TraceStore store;
    private static SdkTracerProvider provider;
    private static Tracer tracer;
    private static TempoClient client;

    @BeforeAll
    static void start() {
        store = TraceStore.start(TraceStoreOptions.onFreePorts());
        OtlpGrpcSpanExporter exporter = OtlpGrpcSpanExporter.builder()
                .setEndpoint("http://" + store.host() + ":" + store.otlpGrpcPort()).build();
        provider = SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "shop"))).build();
        tracer = provider.get("test");
        client = TempoClient.at(URI.create("http://" + store.host() + ":" + store.queryPort()));
    }

    @AfterAll
    static void stop() {
        provider.close();
        store.close();
    }

    @Test
    void aTraceIsAwaitedUntilItsLastSpanIsThere() {
        Span root = tracer.spanBuilder("root").startSpan();
        Span child = tracer.spanBuilder("child").setParent(Context.root().with(root)).startSpan();
        child.setAttribute("order.items", 2);
        child.end();
        root.end();

        Trace trace = client.await(root.getSpanContext().getTraceId(), SOON, found -> !found.spansNamed("root").isEmpty());

        assertThat(trace.children(trace.spanNamed("root"))).containsExactly(trace.spanNamed("child"));
        assertThat(trace.spanNamed("child").attributes()).containsEntry("order.items", 2L);
        assertThat(trace.services()).containsExactly("shop");
    }

    @Test
    void aFailedSpanIsFoundAndShownAsFailed() {
        Span span = tracer.spanBuilder("payment.charge").startSpan();
        span.recordException(new IllegalStateException("provider is away"));
        span.setStatus(StatusCode.ERROR);
        span.end();
        String traceId = span.getSpanContext().getTraceId();

        Trace trace = client.await(traceId, SOON, found -> true);

        assertThat(client.search("{}")).contains(traceId);
        assertThat(trace.spanNamed("payment.charge").isError()).isTrue();
        assertThat(Waterfall.render(trace)).contains("✗ payment.charge").contains("IllegalStateException: provider is away");
    }
}
