package dev.foundation.tracing.it.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.collect.SpanCollector;
import dev.foundation.tracing.test.collect.TraceCollector;
import dev.foundation.tracing.test.junit.TestTraces;
import dev.foundation.tracing.test.junit.TraceTest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** What works on JUnit 6 works on JUnit 5, without Quarkus and without RestAssured on the class path. */
class OnJUnit5Test {

    private static final TraceCollector COLLECTOR = TraceCollector.start();
    private static final SdkTracerProvider PROVIDER = SdkTracerProvider.builder().addSpanProcessor(new SpanCollector())
            .addSpanProcessor(SimpleSpanProcessor
                    .create(OtlpGrpcSpanExporter.builder().setEndpoint(COLLECTOR.otlpGrpc().toString()).build()))
            .build();
    private static final Tracer TRACER = PROVIDER.get("test");

    @AfterAll
    static void stop() {
        PROVIDER.close();
        COLLECTOR.close();
    }

    @Test
    void thisIsJUnit5() {
        assertThat(Test.class.getPackage().getImplementationVersion()).startsWith("5.");
    }

    @Test
    @TraceTest
    void aTraceThatBeginsOnItsThreadIsTheTests(TestTraces traces) {
        Span span = TRACER.spanBuilder("order.place").startSpan();
        TRACER.spanBuilder("order.price").setParent(Context.root().with(span)).startSpan().end();
        span.end();

        assertThat(traces.only().spans()).extracting(TraceSpan::name).containsExactly("order.place", "order.price");
    }

    @Test
    @TraceTest
    void aSpanThatNeverEndsIsNamed(TestTraces traces) {
        Span span = TRACER.spanBuilder("order.place").startSpan();
        TRACER.spanBuilder("order.price").setParent(Context.root().with(span)).startSpan().end();

        assertThatThrownBy(() -> traces.within(Duration.ZERO).only()).hasMessageContaining("order.place");
        span.end();
    }

    @Test
    void whatIsExportedIsCollected() {
        Span span = TRACER.spanBuilder("order.place").startSpan();
        span.end();

        Trace trace = COLLECTOR.trace(span.getSpanContext().getTraceId());

        assertThat(trace.spans()).extracting(TraceSpan::name).containsExactly("order.place");
    }
}
