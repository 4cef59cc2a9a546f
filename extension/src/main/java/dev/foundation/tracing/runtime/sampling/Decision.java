package dev.foundation.tracing.runtime.sampling;

import java.util.Objects;
import java.util.function.LongSupplier;

import dev.foundation.tracing.control.SamplingRule;

/** Whether a local root is kept. Safe from any thread, and without a lock. */
interface Decision {

    boolean keeps(String traceId);

    /**
     * @param rule without mistakes
     * @param decided how many roots it has decided about so far
     */
    static Decision of(SamplingRule rule, Clocks clocks, LongSupplier decided) {
        return switch (rule.strategy()) {
            case ALWAYS -> traceId -> true;
            case NEVER -> traceId -> false;
            case RATIO -> new TraceIdRatio(Objects.requireNonNull(rule.ratio()));
            case RATE_LIMITED -> {
                double perSecond = Objects.requireNonNull(rule.perSecond());
                double burst = rule.burst() == null ? Math.max(1, Math.ceil(perSecond)) : rule.burst();
                yield new RateLimit(perSecond, burst, isSmall(perSecond, burst) ? clocks.exact() : clocks.coarse());
            }
            case ADAPTIVE -> new AdaptiveRate(Objects.requireNonNull(rule.targetPerSecond()), clocks.coarse(), decided);
        };
    }

    /** @return whether a burst lasts so short that much would be lost between two times of a clock that stands still */
    static boolean isSmall(double perSecond, double burst) {
        return burst < perSecond / 5;
    }
}
