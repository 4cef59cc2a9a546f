package dev.foundation.tracing.runtime.sampling;

import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingRule.Strategy;
import dev.foundation.tracing.control.SamplingStatistics.OfRule;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

/** A rule at work, with its figures. */
final class LiveRule {

    private final SamplingRule rule;
    private final @Nullable NamePattern name;
    private final @Nullable RoutePattern route;
    private final Decision decision;
    private final SamplingResult kept;
    private final LongAdder keptRoots = new LongAdder();
    private final LongAdder droppedRoots = new LongAdder();

    LiveRule(SamplingRule rule, LongSupplier nanoClock) {
        this.rule = rule;
        this.name = rule.spanName() == null ? null : new NamePattern(rule.spanName());
        this.route = rule.route() == null ? null : RoutePattern.parse(rule.route());
        this.decision = Decision.of(rule, nanoClock);
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

    /** @return what is to be kept, or null */
    @Nullable
    SamplingResult decide(String traceId) {
        if (decision.keeps(traceId)) {
            keptRoots.increment();
            return kept;
        }
        droppedRoots.increment();
        return null;
    }

    OfRule figures() {
        long keptSoFar = keptRoots.sum();
        long droppedSoFar = droppedRoots.sum();
        return new OfRule(rule.title(), keptSoFar + droppedSoFar, keptSoFar, droppedSoFar);
    }
}
