package dev.foundation.tracing.runtime.sampling;

import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/** What OpenTelemetry's own sampler says. */
final class OpenTelemetrys {

    private OpenTelemetrys() {
    }

    static boolean ratioKeeps(double ratio, String traceId) {
        return Sampler.traceIdRatioBased(ratio)
                .shouldSample(Context.root(), traceId, "", SpanKind.INTERNAL, Attributes.empty(), List.of())
                .getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }
}
