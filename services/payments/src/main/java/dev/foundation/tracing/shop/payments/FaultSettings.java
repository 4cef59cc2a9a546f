package dev.foundation.tracing.shop.payments;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong for every request until further notice.
 *
 * @param errorRate how many of the requests fail, 0 (none, also if absent) to 1 (all)
 * @param latency how long an answer is held back, 0 (also if absent) to 30 seconds
 */
record FaultSettings(double errorRate, Duration latency) {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    static final FaultSettings NONE = new FaultSettings(0, Duration.ZERO);

    FaultSettings(double errorRate, @Nullable Duration latency) {
        // Not the other way round: NaN is neither below 0 nor above 1.
        if (!(errorRate >= 0 && errorRate <= 1))
            throw new IllegalArgumentException("errorRate must be from 0 to 1, got " + errorRate);
        if (latency != null && (latency.isNegative() || latency.compareTo(LONGEST) > 0))
            throw new IllegalArgumentException("latency must be from PT0S to " + LONGEST + ", got " + latency);
        this.errorRate = errorRate;
        this.latency = latency == null ? Duration.ZERO : latency;
    }
}
