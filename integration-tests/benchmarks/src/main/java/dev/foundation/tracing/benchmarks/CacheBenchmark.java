package dev.foundation.tracing.benchmarks;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.quarkus.arc.Arc;

/** A value that is in the cache, in the places of {@link SpanBenchmark}: seen by the extension, and not. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheBenchmark {

    private final Cached bean = Arc.container().instance(Cached.class).get();
    private String key = "tea-01";

    /** @param place where it runs, and below which span */
    @Benchmark
    public String hit(SpanBenchmark place) {
        return bean.hit(key);
    }

    /** @param place where it runs, and below which span */
    @Benchmark
    public String bareHit(SpanBenchmark place) {
        return bean.bareHit(key);
    }

    /** @param place where it runs, and below which span */
    @Benchmark
    public @Nullable String asideHit(SpanBenchmark place) {
        return bean.asideHit(key);
    }

    /** @param place where it runs, and below which span */
    @Benchmark
    public @Nullable String bareAsideHit(SpanBenchmark place) {
        return bean.bareAsideHit(key);
    }
}
