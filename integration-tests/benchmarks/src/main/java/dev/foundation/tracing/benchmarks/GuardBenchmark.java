package dev.foundation.tracing.benchmarks;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import io.quarkus.arc.Arc;

/**
 * A guarded call, in the places of {@link SpanBenchmark}. What it costs without the integration is seen in a build with
 * {@code -Dquarkus.foundation-tracing.fault-tolerance.enabled=false}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardBenchmark {

    private final Guarded bean = Arc.container().instance(Guarded.class).get();
    private long number = 12_345;

    /** @param place where it runs, and below which span */
    @Benchmark
    public long retried(SpanBenchmark place) {
        return bean.retried(number);
    }

    /** @param place where it runs, and below which span */
    @Benchmark
    public long fully(SpanBenchmark place) {
        return bean.fully(number);
    }

    /** @param place where it runs, and below which span */
    @Benchmark
    public long byGuard(SpanBenchmark place) throws Exception {
        return bean.byGuard(number);
    }
}
