package dev.foundation.tracing.runtime.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/**
 * A part of all roots by their trace ids, as OpenTelemetry's own sampler has it, so that services of one ratio keep the same.
 */
final class TraceIdRatio implements Decision {

    /** Of those whose second half begins with any but three of sixteen digits none is kept. */
    private static final double SMALL = 1.0 / 8;
    private static final int SECOND_HALF = TraceId.getLength() / 2;

    private final Sampler sampler;
    private final boolean isSmall;

    /** @param kept from 0 to 1 */
    TraceIdRatio(double kept) {
        this.sampler = Sampler.traceIdRatioBased(kept);
        this.isSmall = kept <= SMALL;
    }

    @Override
    public boolean keeps(String traceId) {
        if (isSmall && isFarOff(traceId))
            return false;
        return sampler.shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
                .getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }

    /**
     * Most are refused by one digit, which takes a tenth of the time. OpenTelemetry's sampler reads the second half as a number
     * with
     * a sign, and keeps those next to 0, which begin with 0 or f; and the lowest of all, 8 and zeros, which stays negative when
     * it
     * takes the sign away.
     */
    private static boolean isFarOff(String traceId) {
        if (traceId.length() != TraceId.getLength())
            return false;
        char first = traceId.charAt(SECOND_HALF);
        return first != '0' && first != 'f' && first != '8';
    }
}
