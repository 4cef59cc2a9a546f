package dev.foundation.tracing.runtime.faulttolerance;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.weaving.WovenGuards;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.faulttolerance.core.FaultToleranceContext;
import io.smallrye.faulttolerance.core.FaultToleranceStrategy;

/**
 * Puts a strategy of ours around those of the library: every guarded call passes it, whether it is guarded by annotations or
 * by a program. The build knows it by its name.
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
    public void breakerIsHalfOpen(Object context) {
        GuardedCall call = GuardedCall.of((FaultToleranceContext<?>) context);
        if (call != null)
            call.recordEvent("circuit_breaker.half_opened");
    }
}
