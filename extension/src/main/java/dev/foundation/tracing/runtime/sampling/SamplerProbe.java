package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.stream.Stream;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/** Finds out how a sampler decides by asking it, since its type does not tell: it may be wrapped, or the application's own. */
public final class SamplerProbe {

    private static final String SPAN_ID = "00f067aa0ba902b7";

    /** A sampler that decides by the trace id says yes to one of the two ends of their range. */
    private static final List<String> TRACE_IDS = List.of("00000000000000000000000000000001",
            "ffffffffffffffff7fffffffffffffff", "ffffffffffffffffffffffffffffffff");

    private final Sampler sampler;

    public SamplerProbe(Sampler sampler) {
        this.sampler = sampler;
    }

    /** @return whether a span below a parent that is not sampled is sure to be dropped */
    public boolean dropsBelowUnsampledParent() {
        return TRACE_IDS.stream().flatMap(SamplerProbe::unsampledParents).allMatch(this::drops);
    }

    private static Stream<SpanContext> unsampledParents(String traceId) {
        return Stream.of(SpanContext.create(traceId, SPAN_ID, TraceFlags.getDefault(), TraceState.getDefault()),
                SpanContext.createFromRemoteParent(traceId, SPAN_ID, TraceFlags.getDefault(), TraceState.getDefault()));
    }

    private boolean drops(SpanContext parent) {
        return sampler.shouldSample(Context.root().with(Span.wrap(parent)), parent.getTraceId(), "sampler.probe",
                SpanKind.INTERNAL, Attributes.empty(), List.of()).getDecision() == SamplingDecision.DROP;
    }
}
