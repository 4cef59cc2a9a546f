package dev.foundation.tracing.runtime.sampling;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import dev.foundation.tracing.runtime.sampling.keep.HeldTraces;
import dev.foundation.tracing.runtime.span.ThreadCounts;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import io.opentelemetry.semconv.UrlAttributes;

/**
 * Around the sampler that Quarkus is configured with: rules decide about roots, and where none matches, and below a parent,
 * that
 * sampler does.
 */
final class RuleSampler implements Sampler {

    private static final int KEPT = 0;
    private static final int DROPPED = 1;
    private static final int NOT_SAMPLED_BY_CALLERS = 2;

    private final Sampler configured;
    private final SuppressedRequests suppressed;
    private final HeldTraces held;
    private final boolean looksAtNoParent;
    private final SamplingResult keptByConfigured;
    private final ThreadCounts counts = new ThreadCounts(3);
    private volatile RuleTable rules;

    RuleSampler(Sampler configured, SuppressedRequests suppressed, HeldTraces held, RuleTable rules) {
        this.configured = configured;
        this.suppressed = suppressed;
        this.held = held;
        change(rules);
        String description = configured.getDescription();
        this.looksAtNoParent = description.equals(Sampler.alwaysOn().getDescription())
                || description.equals(Sampler.alwaysOff().getDescription()) || description.startsWith("TraceIdRatioBased{");
        this.keptByConfigured = SamplingReason.sampledBy("no rule: " + SamplingReason.decidingAboutRoots(description));
    }

    void change(RuleTable others) {
        others.rules().forEach(rule -> rule.knows(suppressed));
        rules = others;
    }

    /** @return the sampler that Quarkus is configured with */
    Sampler configured() {
        return configured;
    }

    OfRule figuresWithoutRule() {
        long keptSoFar = counts.sum(KEPT);
        long droppedSoFar = counts.sum(DROPPED);
        return new OfRule(SamplingReason.decidingAboutRoots(configured.getDescription()), keptSoFar + droppedSoFar, keptSoFar,
                droppedSoFar);
    }

    /** @return how many requests came from callers that had not sampled them */
    long notSampledByCallers() {
        return counts.sum(NOT_SAMPLED_BY_CALLERS);
    }

    @Override
    public SamplingResult shouldSample(Context parentContext, String traceId, String name, SpanKind kind,
            Attributes attributes, List<LinkData> links) {
        Span parent = Span.fromContext(parentContext);
        if (parent.getSpanContext().isValid())
            return belowParent(parent, configured.shouldSample(parentContext, traceId, name, kind, attributes, links), traceId,
                    name, kind, attributes);
        String path = kind == SpanKind.SERVER ? attributes.get(UrlAttributes.URL_PATH) : null;
        LiveRule rule = ruleFor(name, path, attributes);
        if (rule == null)
            return withoutRule(configured.shouldSample(parentContext, traceId, name, kind, attributes, links), traceId, path,
                    attributes);
        return byRule(rule, traceId, path, attributes);
    }

    private @Nullable LiveRule ruleFor(String name, @Nullable String path, Attributes attributes) {
        return path == null ? rules.find(name) : rules.find(name, attributes, path);
    }

    private SamplingResult byRule(LiveRule rule, String traceId, @Nullable String path, Attributes attributes) {
        if (path != null && rule.meetsSuppressed() && suppressed.contains(path, attributes))
            return SamplingResult.drop();
        SamplingResult result = rule.decide(traceId);
        if (result != null)
            return result;
        return !rule.isNever() && held.begin(traceId, rule.rule().slowerThan()) ? SamplingResult.recordOnly()
                : SamplingResult.drop();
    }

    private SamplingResult withoutRule(SamplingResult result, String traceId, @Nullable String path, Attributes attributes) {
        if (isSampled(result)) {
            counts.add(KEPT, 1);
            return result == SamplingResult.recordAndSample() ? keptByConfigured : new Explained(result, keptByConfigured);
        }
        if (path != null && suppressed.contains(path, attributes))
            return result;
        counts.add(DROPPED, 1);
        return held.begin(traceId, null) ? SamplingResult.recordOnly() : result;
    }

    private SamplingResult belowParent(Span parent, SamplingResult result, String traceId, String name, SpanKind kind,
            Attributes attributes) {
        SpanContext context = parent.getSpanContext();
        if (context.isRemote())
            return isSampled(result) ? result : belowCaller(context, result, traceId, name, kind, attributes);
        SamplingResult following = looksAtNoParent ? asParent(context) : result;
        if (context.isSampled() || isSampled(following))
            return following;
        return held.holds(parent) ? SamplingResult.recordOnly() : following;
    }

    private static boolean isSampled(SamplingResult result) {
        return result.getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }

    private static SamplingResult asParent(SpanContext parent) {
        return parent.isSampled() ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    /** Rules have nothing to decide below a caller, but that it is never to be kept. */
    private SamplingResult belowCaller(SpanContext caller, SamplingResult result, String traceId, String name, SpanKind kind,
            Attributes attributes) {
        String path = kind == SpanKind.SERVER ? attributes.get(UrlAttributes.URL_PATH) : null;
        if (path != null && suppressed.contains(path, attributes))
            return result;
        counts.add(caller.isSampled() ? DROPPED : NOT_SAMPLED_BY_CALLERS, 1);
        return held.isOn() && isHeldBelowCaller(ruleFor(name, path, attributes), traceId) ? SamplingResult.recordOnly()
                : result;
    }

    private boolean isHeldBelowCaller(@Nullable LiveRule rule, String traceId) {
        return rule == null ? held.begin(traceId, null) : !rule.isNever() && held.begin(traceId, rule.rule().slowerThan());
    }

    /** It goes on with what the configured one describes, by which others tell what kind of a sampler it is. */
    @Override
    public String getDescription() {
        int count = rules.rules().size();
        return count == 0 ? configured.getDescription() : configured.getDescription() + " with rules for roots: " + count;
    }

    @Override
    public String toString() {
        return getDescription();
    }

    /** What a sampler of the application's own has decided, and why it was kept. */
    private record Explained(SamplingResult result, SamplingResult reason) implements SamplingResult {

        @Override
        public SamplingDecision getDecision() {
            return result.getDecision();
        }

        @Override
        public Attributes getAttributes() {
            return reason.getAttributes().toBuilder().putAll(result.getAttributes()).build();
        }

        @Override
        public TraceState getUpdatedTraceState(TraceState parent) {
            return result.getUpdatedTraceState(parent);
        }
    }
}
