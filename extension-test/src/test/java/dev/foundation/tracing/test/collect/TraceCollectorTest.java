package dev.foundation.tracing.test.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.test.SpanKind;
import dev.foundation.tracing.test.Trace;
import dev.foundation.tracing.test.TraceSpan;
import dev.foundation.tracing.test.Waterfall;
import dev.foundation.tracing.tracestore.TraceStore;
import dev.foundation.tracing.tracestore.TraceStoreOptions;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

/** From OpenTelemetry's own exporters through the real receiver, and through this process: the same traces. */
class TraceCollectorTest {

    private static TraceCollector receiving;
    private static TraceStore tempo;
    private static TestSdk shop;
    private static TestSdk payments;

    @BeforeAll
    static void start() {
        receiving = TraceCollector.start();
        tempo = TraceStore.start(TraceStoreOptions.onFreePorts());
        SpanProcessor toAll = SpanProcessor.composite(new SpanCollector(),
                SimpleSpanProcessor
                        .create(OtlpGrpcSpanExporter.builder().setEndpoint(receiving.otlpGrpc().toString()).build()),
                SimpleSpanProcessor.create(OtlpHttpSpanExporter.builder()
                        .setEndpoint("http://127.0.0.1:" + tempo.otlpHttpPort() + "/v1/traces").build()));
        shop = new TestSdk("shop", toAll);
        payments = new TestSdk("payments", toAll);
    }

    @AfterAll
    static void stop() {
        shop.close();
        payments.close();
        receiving.close();
        tempo.close();
    }

    static TraceCollector[] collectors() {
        return new TraceCollector[] { receiving, TraceCollector.of(URI.create("http://127.0.0.1:" + tempo.queryPort())),
                TraceCollector.ofThisProcess() };
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("collectors")
    void spansOfSeveralServicesAreOneTrace(TraceCollector collector) {
        Span root = shop.root("root");
        Span child = payments.child(root, "child");
        child.end();
        root.end();

        Trace trace = collector.trace(root.getSpanContext().getTraceId());

        assertThat(trace.children(trace.spanNamed("root"))).containsExactly(trace.spanNamed("child"));
        assertThat(trace.services()).containsExactly("shop", "payments");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("collectors")
    void everythingThatASpanSaysIsRead(TraceCollector collector) {
        Span other = shop.root("other");
        other.end();
        Span span = shop.tracer().spanBuilder("span").setNoParent().setSpanKind(io.opentelemetry.api.trace.SpanKind.PRODUCER)
                .addLink(other.getSpanContext(), Attributes.of(AttributeKey.stringKey("why"), "told")).startSpan();
        span.setAttribute("order.items", 2).setAttribute("order.gift", true)
                .setAttribute(AttributeKey.doubleArrayKey("weights"), List.of(1.5, 2.0));
        span.addEvent("order.packed", Attributes.of(AttributeKey.longKey("boxes"), 3L));
        span.setStatus(StatusCode.ERROR, "lost");
        span.end();

        TraceSpan read = collector.trace(span.getSpanContext().getTraceId()).spanNamed("span");

        assertThat(read.kind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(read.attributes()).containsEntry("order.items", 2L).containsEntry("order.gift", true)
                .containsEntry("weights", List.of(1.5, 2.0));
        assertThat(read.events()).singleElement().satisfies(event -> {
            assertThat(event.name()).isEqualTo("order.packed");
            assertThat(event.attributes()).containsEntry("boxes", 3L);
        });
        assertThat(read.links()).singleElement().satisfies(link -> {
            assertThat(link.spanId()).isEqualTo(other.getSpanContext().getSpanId());
            assertThat(link.attributes()).containsEntry("why", "told");
        });
        assertThat(read.isError()).isTrue();
        assertThat(read.statusMessage()).isEqualTo("lost");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("collectors")
    void theCallersOwnSpanIsLeftOut(TraceCollector collector) {
        Span caller = shop.root("test");
        payments.child(caller, "GET /payments").end();
        caller.end();

        Trace trace = collector.calledBy(caller.getSpanContext().getSpanId()).trace(caller.getSpanContext().getTraceId());

        assertThat(trace.roots()).extracting(TraceSpan::name).containsExactly("GET /payments");
        assertThat(trace.orphans()).isEmpty();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("collectors")
    void whatIsExpectedIsWaitedFor(TraceCollector collector) throws InterruptedException {
        Span root = shop.root("root");
        root.end();
        Thread later = new Thread(() -> {
            // Only after the first part is there: a trace that looks whole.
            collector.trace(root.getSpanContext().getTraceId());
            shop.child(root, "order.fulfil").end();
        });
        later.start();

        Trace trace = collector.expecting("order.fulfil").trace(root.getSpanContext().getTraceId());

        assertThat(trace.spans()).hasSize(2);
        later.join();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("collectors")
    void aSpanThatIsOpenInThisProcessIsWaitedFor(TraceCollector collector) {
        Span root = shop.root("root");
        Span worker = shop.child(root, "order.fulfil");
        root.end();

        assertThatThrownBy(() -> collector.within(Duration.ofMillis(500)).trace(root.getSpanContext().getTraceId()))
                .hasMessageContaining("these spans have not ended: 'order.fulfil'");

        worker.end();
        assertThat(collector.trace(root.getSpanContext().getTraceId()).spans()).hasSize(2);
    }

    @Test
    void aFailedSpanIsFoundAndShownAsFailed() {
        Span span = shop.root("payment.charge");
        span.recordException(new IllegalStateException("provider is away"));
        span.setStatus(StatusCode.ERROR);
        span.end();
        String traceId = span.getSpanContext().getTraceId();

        Trace trace = receiving.trace(traceId);

        assertThat(Waterfall.render(trace)).contains("✗ payment.charge").contains("IllegalStateException: provider is away");
    }

    @Test
    void aCollectorThatOnlyReadsSaysSo() {
        assertThatThrownBy(() -> TraceCollector.ofThisProcess().settings()).isInstanceOf(IllegalStateException.class)
                .hasMessage("this collector only reads: for one that receives, use TraceCollector.start()");
    }

    @Test
    void theSettingsLetAnApplicationExportToTheCollector() {
        assertThat(receiving.settings()).containsEntry("quarkus.otel.exporter.otlp.endpoint", receiving.otlpGrpc().toString());
    }

    @Test
    void aTraceThatNeverComesIsAMatterOfSettings() {
        assertThatThrownBy(() -> receiving.within(Duration.ofMillis(1)).trace("00000000000000000000000000000abc"))
                .hasMessageContaining("none of its spans arrived")
                .hasMessageContaining("quarkus.otel.bsp.schedule.delay=100ms");
    }
}
