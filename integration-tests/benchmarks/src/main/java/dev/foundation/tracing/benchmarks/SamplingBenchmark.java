package dev.foundation.tracing.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

/** A root, about which a sampler decides; in the places of {@link SpanBenchmark}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SamplingBenchmark {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

    private final Tracer tracer = GlobalOpenTelemetry.getTracer("benchmarks");
    private String name = "bench.root";
    private String path = "/products/tea-01";

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
}
