package dev.foundation.tracing.runtime.weaving;

import org.jspecify.annotations.Nullable;

/**
 * What woven fault tolerance calls. The integration implements it, which alone knows that library: to woven code all is
 * objects. Nothing throws.
 */
public interface WovenGuards {

    /**
     * When the strategies that guard a call have been put together.
     *
     * @param strategy the outermost of them
     * @param place the point of an intercepted method, or the description of a guard; null for a guard without one
     * @return the outermost from then on
     */
    Object guarding(Object strategy, @Nullable Object place);

    /**
     * When strategies are put together that another thread is to run, for a call that returns a {@code Future} at once.
     *
     * @param strategy the outermost there
     * @return the outermost there from then on
     */
    Object guardingElsewhere(Object strategy);

    /**
     * When a call finds the circuit breaker half-open.
     *
     * @param context of the guarded call
     */
    void breakerIsHalfOpen(Object context);
}
