package dev.foundation.tracing.control;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Decides about local roots of one name or route. {@code SamplingRule.forRoute("GET /products/{sku}").ratio(0.1)} keeps one of
 * ten. It is checked when it is put to use, together with all others.
 *
 * @param name what statistics and {@code sampling.reason} call it; empty: its pattern
 * @param spanName matches the name that a span starts with, {@code *} any part of it; null if the route says it
 * @param route matches requests by method, if it begins with one, and path: <code>{x}</code> and {@code *} within a segment,
 *        {@code **} any number of segments; null if the name says it
 * @param ratio for {@link Strategy#RATIO}: how many are kept, from 0 to 1, by their trace ids; else null
 * @param perSecond for {@link Strategy#RATE_LIMITED}: how many are kept each second; else null
 * @param burst for {@link Strategy#RATE_LIMITED}: how many are kept at once after a pause; null: as many as in a second
 * @param targetPerSecond for {@link Strategy#ADAPTIVE}: how many are to be kept each second; else null
 * @param slowerThan what this rule does not keep is kept all the same if its root takes longer; null: as for all others
 */
public record SamplingRule(String name, @Nullable String spanName, @Nullable String route, Strategy strategy,
        @Nullable Double ratio, @Nullable Double perSecond, @Nullable Double burst, @Nullable Double targetPerSecond,
        @Nullable Duration slowerThan) {

    /** How a rule decides. */
    public enum Strategy {
        ALWAYS,
        /** Not even what failed or was slow. */
        NEVER,
        /** A part of all, decided by the trace id as OpenTelemetry's own sampler does. */
        RATIO,
        /** No more than so many each second. */
        RATE_LIMITED,
        /** A part of all that corrects itself, so that about so many are kept each second whatever the load is. */
        ADAPTIVE
    }

    /** @return a rule that keeps all spans that begin with such a name */
    public static SamplingRule forSpans(String namePattern) {
        return new SamplingRule("", namePattern, null, Strategy.ALWAYS, null, null, null, null, null);
    }

    /** @return a rule that keeps all requests to such addresses */
    public static SamplingRule forRoute(String pattern) {
        return new SamplingRule("", null, pattern, Strategy.ALWAYS, null, null, null, null, null);
    }

    public SamplingRule named(String newName) {
        return new SamplingRule(newName, spanName, route, strategy, ratio, perSecond, burst, targetPerSecond, slowerThan);
    }

    public SamplingRule keepingSlowerThan(Duration duration) {
        return new SamplingRule(name, spanName, route, strategy, ratio, perSecond, burst, targetPerSecond, duration);
    }

    public SamplingRule always() {
        return deciding(Strategy.ALWAYS, null, null, null, null);
    }

    public SamplingRule never() {
        return deciding(Strategy.NEVER, null, null, null, null);
    }

    public SamplingRule ratio(double kept) {
        return deciding(Strategy.RATIO, kept, null, null, null);
    }

    public SamplingRule rateLimited(double keptPerSecond, double keptAtOnce) {
        return deciding(Strategy.RATE_LIMITED, null, keptPerSecond, keptAtOnce, null);
    }

    public SamplingRule adaptive(double keptPerSecond) {
        return deciding(Strategy.ADAPTIVE, null, null, null, keptPerSecond);
    }

    private SamplingRule deciding(Strategy by, @Nullable Double newRatio, @Nullable Double newPerSecond,
            @Nullable Double newBurst, @Nullable Double newTarget) {
        return new SamplingRule(name, spanName, route, by, newRatio, newPerSecond, newBurst, newTarget, slowerThan);
    }

    /** @return the name or route that it matches; empty for a rule that has neither */
    public String pattern() {
        if (spanName != null)
            return spanName;
        return route == null ? "" : route;
    }

    /** @return its name, or its pattern if it has none */
    public String title() {
        return name.isEmpty() ? pattern() : name;
    }
}
