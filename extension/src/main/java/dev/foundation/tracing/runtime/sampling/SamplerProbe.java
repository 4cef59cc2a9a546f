package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;

/** Finds out how a sampler decides by asking it, since its type does not tell: it may be wrapped, or the application's own. */
public final class SamplerProbe {

    private static final AttributeKey<String> URL_PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> URL_QUERY = AttributeKey.stringKey("url.query");
    // Quarkus wraps the sampler it was configured with, but hands this on.
    private static final String PARENT_BASED = "ParentBased{";
    private static final String SPAN_ID = "00f067aa0ba902b7";
    private static final String LOWEST_TRACE_ID = "00000000000000000000000000000001";

    /** A sampler that decides by the trace id says yes to one of the two ends of their range. */
    private static final List<String> TRACE_IDS = List.of(LOWEST_TRACE_ID, "ffffffffffffffff7fffffffffffffff",
            "ffffffffffffffffffffffffffffffff");

    private static final Context SAMPLED = Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(LOWEST_TRACE_ID,
            SPAN_ID, TraceFlags.getSampled(), TraceState.getDefault())));

    private final Sampler sampler;

    public SamplerProbe(Sampler sampler) {
        this.sampler = sampler instanceof RuleSampler ours ? ours.configured() : sampler;
    }

    /** @return a probe of the sampler that is in use; without an SDK there is none, and nothing is dropped */
    public static SamplerProbe of(OpenTelemetry openTelemetry) {
        return new SamplerProbe(openTelemetry instanceof OpenTelemetrySdk sdk ? sdk.getSdkTracerProvider().getSampler()
                : Sampler.alwaysOn());
    }

    /**
     * Whether every span below a parent that is not sampled is dropped. Answers alone would not prove it, for a sampler may
     * look
     * at names: it must also describe itself as OpenTelemetry's parent-based one, whose answers to this ask its parts for
     * unsampled parents alone. What is recorded there for a while, so that it may be kept, is another matter.
     */
    public boolean dropsBelowUnsampledParent() {
        return sampler.getDescription().startsWith(PARENT_BASED) && TRACE_IDS.stream().flatMap(SamplerProbe::unsampledParents)
                .allMatch(parent -> drops(Context.root().with(Span.wrap(parent)), SpanKind.INTERNAL, Attributes.empty()));
    }

    /**
     * Whether requests to this address are never traced, such as health checks: even a caller's sampled trace does not go on
     * there.
     *
     * @param query the part behind the question mark; null if there is none
     */
    public boolean suppresses(String path, @Nullable String query) {
        Attributes address = query == null ? Attributes.of(URL_PATH, path) : Attributes.of(URL_PATH, path, URL_QUERY, query);
        return drops(SAMPLED, SpanKind.SERVER, address) && !drops(SAMPLED, SpanKind.INTERNAL, Attributes.empty());
    }

    private static Stream<SpanContext> unsampledParents(String traceId) {
        return Stream.of(SpanContext.create(traceId, SPAN_ID, TraceFlags.getDefault(), TraceState.getDefault()),
                SpanContext.createFromRemoteParent(traceId, SPAN_ID, TraceFlags.getDefault(), TraceState.getDefault()));
    }

    private boolean drops(Context parent, SpanKind kind, Attributes attributes) {
        String traceId = Span.fromContext(parent).getSpanContext().getTraceId();
        return sampler.shouldSample(parent, traceId, "sampler.probe", kind, attributes, List.of())
                .getDecision() == SamplingDecision.DROP;
    }
}
