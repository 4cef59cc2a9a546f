package dev.foundation.tracing.runtime.sampling;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingSettings;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;

/** Sampling on a real OpenTelemetry SDK, whose exporter keeps what it is given. */
final class SampledSpans implements AfterEachCallback {

    static final AttributeKey<String> REASON = AttributeKey.stringKey("sampling.reason");

    static final KeepSettings NOTHING_KEPT = new KeepSettings(false, null, 100, 1_000_000, ofSeconds(30));

    final TestClock clock = new TestClock();
    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private SuppressedRequests suppressed = SuppressedRequests.none();
    private Sampler configured = Sampler.parentBased(Sampler.alwaysOff());
    private SamplingSettings settings = new SamplingSettings(List.of(), Set.of(), NOTHING_KEPT);
    private LiveSampling sampling;
    private SdkTracerProvider provider;

    SampledSpans configuredWith(Sampler sampler) {
        configured = sampler;
        return this;
    }

    SampledSpans by(SamplingRule... rules) {
        settings = settings.withRules(Arrays.asList(rules));
        return this;
    }

    SampledSpans keeping(KeepSettings keeping) {
        settings = settings.withKeeping(keeping);
        return this;
    }

    SampledSpans suppressing(String... targets) {
        suppressed = new SuppressedRequests(Set.of(targets));
        return this;
    }

    LiveSampling sampling() {
        if (sampling == null)
            sampling = new LiveSampling(settings, new Clocks(clock, clock));
        return sampling;
    }

    private Tracer tracer() {
        if (provider == null) {
            SpanProcessor exporting = SimpleSpanProcessor.create(exporter);
            sampling().exporting().add(exporting);
            provider = SdkTracerProvider.builder().setSampler(sampling().around(configured, suppressed))
                    .setClock(new SdkClock(clock))
                    .addSpanProcessor(exporting).addSpanProcessor(sampling().processor()).build();
        }
        return provider.get("test");
    }

    Sampler sampler() {
        tracer();
        return provider.getSampler();
    }

    SpanBuilder span(String name) {
        return tracer().spanBuilder(name);
    }

    Span root(String name) {
        return span(name).setNoParent().startSpan();
    }

    Span request(String method, String path) {
        return server(method, path).setNoParent().startSpan();
    }

    SpanBuilder server(String method, String path) {
        return span(method).setSpanKind(SpanKind.SERVER).setAttribute("http.request.method", method).setAttribute("url.path",
                path);
    }

    Span child(Span parent, String name) {
        return span(name).setParent(Context.root().with(parent)).startSpan();
    }

    static Context caller(boolean sampled) {
        return Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(IdGenerator.random().generateTraceId(),
                IdGenerator.random().generateSpanId(), sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault())));
    }

    /** @return what comes in where a span's trace context is sent */
    static Context calledBy(Span client) {
        SpanContext sent = client.getSpanContext();
        return Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(sent.getTraceId(), sent.getSpanId(),
                sent.getTraceFlags(), sent.getTraceState())));
    }

    /** Ends a span that is not sampled and has failed. */
    static void fail(Span span) {
        assertThat(span.getSpanContext().isSampled()).isFalse();
        span.setStatus(StatusCode.ERROR);
        span.end();
    }

    List<SpanData> exported() {
        return exporter.getFinishedSpanItems();
    }

    List<String> names() {
        return exported().stream().map(SpanData::getName).toList();
    }

    SpanData exported(String name) {
        return exported().stream().filter(span -> span.getName().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no span '" + name + "' in " + names()));
    }

    void forget() {
        exporter.reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (provider != null)
            provider.close();
    }

    private record SdkClock(TestClock clock) implements io.opentelemetry.sdk.common.Clock {

        @Override
        public long now() {
            return clock.getAsLong();
        }

        @Override
        public long nanoTime() {
            return clock.getAsLong();
        }
    }
}
