package dev.foundation.tracing.benchmarks;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** One span, in each way and place. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SpanBenchmark {

    private static final SpanContext UNSAMPLED = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault());

    /** Where it runs: on a thread of its own, or where a request does, in a duplicated context of Vert.x. */
    @Param({ "thread", "request" })
    public String place = "thread";

    /** What is current: a span that is recorded, as a request's is, or one that is not sampled. */
    @Param({ "recorded", "unsampled" })
    public String parent = "recorded";

    private final Tracer tracer = GlobalOpenTelemetry.getTracer("benchmarks");
    private final Alternatives bean = Arc.container().instance(Alternatives.class).get();
    private String value = "value";
    private long number = 12_345;
    private @Nullable ContextInternal request;
    private io.opentelemetry.context.@Nullable Scope parentScope;

    @Setup
    @SuppressWarnings("MustBeClosedChecker") // closed when the measurement ends
    public void begin() {
        if (place.equals("request")) {
            Vertx vertx = Arc.container().instance(Vertx.class).get();
            request = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(request, true);
            request.beginDispatch();
        }
        Span current = parent.equals("unsampled") ? Span.wrap(UNSAMPLED) : tracer.spanBuilder("parent").startSpan();
        parentScope = current.makeCurrent();
    }

    @TearDown
    public void end() {
        if (parentScope != null)
            parentScope.close();
        if (request != null)
            request.endDispatch(null);
    }

    @Benchmark
    public long plain() {
        return Alternatives.plain(value, number);
    }

    @Benchmark
    public long raw() {
        return Alternatives.raw(tracer, value, number);
    }

    @Benchmark
    public long startAndCall() {
        return Alternatives.startAndCall(tracer, value, number);
    }

    @Benchmark
    public long annotated() {
        return bean.annotated(value, number);
    }

    @Benchmark
    public long traced() {
        return Alternatives.traced(value, number);
    }

    @Benchmark
    public long withSpan() {
        return Alternatives.withSpan(value, number);
    }

    @Benchmark
    public long rawThree() {
        return Alternatives.rawThree(tracer, value, number);
    }

    @Benchmark
    public long tracedThree() {
        return Alternatives.tracedThree(value, number);
    }

    @Benchmark
    public long withSpanThree() {
        return Alternatives.withSpanThree(value, number);
    }
}
