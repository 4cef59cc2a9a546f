package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.Objects;

import dev.foundation.tracing.control.SamplingRule;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/** Whether a local root is kept. Safe from any thread, and without a lock. */
interface Decision {

    boolean keeps(String traceId);

    /**
     * @param rule without mistakes
     */
    static Decision of(SamplingRule rule, Clocks clocks) {
        return switch (rule.strategy()) {
            case ALWAYS -> traceId -> true;
            case NEVER -> traceId -> false;
            case RATIO -> {
                Sampler byTraceId = Sampler.traceIdRatioBased(Objects.requireNonNull(rule.ratio()));
                yield traceId -> keeps(byTraceId, traceId);
            }
            case RATE_LIMITED -> {
                double perSecond = Objects.requireNonNull(rule.perSecond());
                double burst = rule.burst() == null ? Math.max(1, Math.ceil(perSecond)) : rule.burst();
                yield new RateLimit(perSecond, burst, isSmall(perSecond, burst) ? clocks.exact() : clocks.coarse());
            }
            case ADAPTIVE -> new AdaptiveRate(Objects.requireNonNull(rule.targetPerSecond()), clocks.coarse());
        };
    }

    /** @return whether a burst lasts so short that much would be lost between two times of a clock that stands still */
    static boolean isSmall(double perSecond, double burst) {
        return burst < perSecond / 5;
    }

    /** OpenTelemetry's own sampler looks at the id alone. */
    static boolean keeps(Sampler byTraceId, String traceId) {
        return byTraceId.shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
                .getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }
}
