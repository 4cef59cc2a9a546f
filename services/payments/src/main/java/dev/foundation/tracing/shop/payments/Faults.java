package dev.foundation.tracing.shop.payments;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.baggage.Baggage;

/**
 * What goes wrong now: by settings for every request, by W3C baggage {@value #BAGGAGE_KEY} ({@code error} or {@code slow})
 * for one. Nothing does where faults are not enabled.
 */
@ApplicationScoped
class Faults {

    private static final String BAGGAGE_KEY = "fault.payments";
    private static final Duration SLOW = Duration.ofMillis(400);

    private final boolean enabled;
    private volatile FaultSettings settings = FaultSettings.NONE;

    Faults(FaultsConfig config) {
        this.enabled = config.enabled();
    }

    boolean enabled() {
        return enabled;
    }

    FaultSettings settings() {
        return settings;
    }

    void change(FaultSettings changed) {
        settings = changed;
    }

    boolean failNow() {
        return "error".equals(asked()) || ThreadLocalRandom.current().nextDouble() < settings.errorRate();
    }

    /** @return how long to hold back the answer to the current request; zero for not at all */
    Duration latency() {
        return "slow".equals(asked()) ? SLOW.plus(settings.latency()) : settings.latency();
    }

    private @Nullable String asked() {
        return enabled ? Baggage.current().getEntryValue(BAGGAGE_KEY) : null;
    }
}
