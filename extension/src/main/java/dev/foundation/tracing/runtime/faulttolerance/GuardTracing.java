package dev.foundation.tracing.runtime.faulttolerance;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.weaving.WovenGuards;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.FaultToleranceStrategy;
import io.smallrye.faulttolerance.core.Future;

/**
 * Puts strategies of ours around and inside those of the library: every guarded call passes them, whether it is guarded by
 * annotations or by a program, and each as the library understands it. The build knows it by its name.
 */
@RegisterForReflection
public final class GuardTracing implements WovenGuards {

    @Override
    public Object guarding(Object strategy, @Nullable Object place) {
        return new GuardingStrategy<>((FaultToleranceStrategy<?>) strategy, GuardPlace.of(place));
    }

    @Override
    public Object guardingElsewhere(Object strategy) {
        return new ElsewhereStrategy<>((FaultToleranceStrategy<?>) strategy);
    }

    @Override
    public @Nullable Object attempt(Object context, Object code) {
        GuardedCall call = GuardedCall.of((FaultToleranceContext<?>) context);
        return call == null ? null : run(call, code);
    }

    @SuppressWarnings("unchecked") // the context's own code
    private static Future<Object> run(GuardedCall call, Object code) {
        return call.attempt((Supplier<Future<Object>>) code);
    }

    @Override
    public void breakerIsHalfOpen(Object context) {
        GuardedCall call = GuardedCall.of((FaultToleranceContext<?>) context);
        if (call != null)
            call.recordEvent("circuit_breaker.half_opened");
    }
}
