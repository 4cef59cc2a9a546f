package dev.foundation.tracing.runtime.sampling;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingRule.Strategy;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import dev.foundation.tracing.runtime.span.ThreadCounts;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/** A rule at work, with its figures. */
final class LiveRule {

    private static final int KEPT = 0;
    private static final int DROPPED = 1;

    private final SamplingRule rule;
    private final @Nullable NamePattern name;
    private final @Nullable RoutePattern route;
    private final Decision decision;
    private final SamplingResult kept;
    private final ThreadCounts counts = new ThreadCounts(2);
    /** Without a fence: it is known before the rule is in use, and the same ever after. */
    private boolean meetsSuppressed = true;

    LiveRule(SamplingRule rule, Clocks clocks) {
        this.rule = rule;
        this.name = rule.spanName() == null ? null : new NamePattern(rule.spanName());
        this.route = rule.route() == null ? null : RoutePattern.parse(rule.route());
        this.decision = Decision.of(rule, clocks, this::decided);
        this.kept = SamplingReason.sampledBy(rule.title() + " (" + described(rule) + ")");
    }

    /** As in the configuration. */
    static String keyword(Strategy strategy) {
        return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String described(SamplingRule rule) {
        return switch (rule.strategy()) {
            case ALWAYS, NEVER -> keyword(rule.strategy());
            case RATIO -> "ratio " + rule.ratio();
            case RATE_LIMITED -> "rate-limited, " + rule.perSecond() + " per second";
            case ADAPTIVE -> "adaptive, " + rule.targetPerSecond() + " per second";
        };
    }

    SamplingRule rule() {
        return rule;
    }

    @Nullable
    NamePattern name() {
        return name;
    }

    @Nullable
    RoutePattern route() {
        return route;
    }

    boolean isNever() {
        return rule.strategy() == Strategy.NEVER;
    }

    void knows(SuppressedRequests suppressed) {
        meetsSuppressed = route == null || suppressed.overlaps(route.literalStart());
    }

    /** @return whether requests may come to it of which some are never traced */
    boolean meetsSuppressed() {
        return meetsSuppressed;
    }

    /** @return what is to be kept, or null */
    @Nullable
    SamplingResult decide(String traceId) {
        if (decision.keeps(traceId)) {
            counts.add(KEPT, 1);
            return kept;
        }
        counts.add(DROPPED, 1);
        return null;
    }

    private long decided() {
        return counts.sum(KEPT) + counts.sum(DROPPED);
    }

    OfRule figures() {
        long keptSoFar = counts.sum(KEPT);
        long droppedSoFar = counts.sum(DROPPED);
        return new OfRule(rule.title(), keptSoFar + droppedSoFar, keptSoFar, droppedSoFar);
    }
}
