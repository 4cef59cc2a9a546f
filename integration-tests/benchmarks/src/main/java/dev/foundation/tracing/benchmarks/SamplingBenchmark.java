package dev.foundation.tracing.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.quarkus.arc.Arc;

/** A root, about which a sampler decides, and the sampler alone; in the places of {@link SpanBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SamplingBenchmark {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    /** A power of two. */
    private static final int TRACE_IDS = 1_024;

    private final Tracer tracer = GlobalOpenTelemetry.getTracer("benchmarks");
    private final Sampler sampler = ((OpenTelemetrySdk) Arc.container().instance(OpenTelemetry.class).get())
            .getSdkTracerProvider().getSampler();
    private final String[] traceIds = Stream.generate(IdGenerator.random()::generateTraceId).limit(TRACE_IDS)
            .toArray(String[]::new);
    private int next;
    private String name = "bench.root";
    private String path = "/products/tea-01";
    private final Attributes request = Attributes.of(METHOD, "GET", PATH, path);

    /** @param place where it runs */
    @Benchmark
    public Span root(SpanBenchmark place) {
        Span span = tracer.spanBuilder(name).setNoParent().startSpan();
        span.end();
        return span;
    }

    /** @param place where it runs */
    @Benchmark
    public Span request(SpanBenchmark place) {
        Span span = tracer.spanBuilder("GET").setNoParent().setSpanKind(SpanKind.SERVER).setAttribute(METHOD, "GET")
                .setAttribute(PATH, path).startSpan();
        span.end();
        return span;
    }

    /** @param place where it runs */
    @Benchmark
    public SamplingResult samplerOfRoot(SpanBenchmark place) {
        return sampler.shouldSample(Context.root(), traceId(), name, SpanKind.INTERNAL, Attributes.empty(), List.of());
    }

    /** @param place where it runs */
    @Benchmark
    public SamplingResult samplerOfRequest(SpanBenchmark place) {
        return sampler.shouldSample(Context.root(), traceId(), "GET", SpanKind.SERVER, request, List.of());
    }

    private String traceId() {
        return traceIds[next++ & (TRACE_IDS - 1)];
    }
}
