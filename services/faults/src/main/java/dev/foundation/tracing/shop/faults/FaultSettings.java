package dev.foundation.tracing.shop.faults;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What goes wrong for every request until further notice.
 *
 * @param errorRate how many of the requests fail, 0 (none, also if absent) to 1 (all)
 * @param latency how long a request is held back, 0 (also if absent) to 30 seconds
 */
record FaultSettings(double errorRate, @JsonFormat(shape = JsonFormat.Shape.STRING) Duration latency) {

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

    /** @throws IllegalArgumentException that names the settings, if one is out of its range */
    static FaultSettings atStart(FaultsConfig config, String service) {
        FaultsConfig.FromTheStart faults = config.services().get(service);
        if (faults == null)
            return NONE;
        try {
            return new FaultSettings(faults.errorRate(), faults.latency());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("shop.faults." + service + " is wrong: " + e.getMessage(), e);
        }
    }
}
