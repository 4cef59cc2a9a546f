package dev.foundation.tracing.shop.catalog;

import static dev.foundation.tracing.Spans.recordEvent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/**
 * What goes wrong now: by settings for every lookup, by W3C baggage {@code fault.catalog} ({@code error} or {@code slow}) for
 * one request. Nothing does where faults are not enabled.
 */
@ApplicationScoped
class Faults {

    private static final String BAGGAGE_KEY = "fault.catalog";
    private static final Duration SLOW = Duration.ofMillis(400);
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("fault.kind");
    private static final AttributeKey<Long> LATENCY = AttributeKey.longKey("fault.latency_ms");

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

    /** @throws InjectedFailureException if this lookup is to fail */
    void inject() {
        String asked = enabled ? Baggage.current().getEntryValue(BAGGAGE_KEY) : null;
        FaultSettings now = settings;
        delay("slow".equals(asked) ? SLOW.plus(now.latency()) : now.latency());
        if ("error".equals(asked) || ThreadLocalRandom.current().nextDouble() < now.errorRate())
            fail();
    }

    private static void delay(Duration latency) {
        if (latency.isZero())
            return;
        recordEvent("fault.injected", Attributes.of(KIND, "latency", LATENCY, latency.toMillis()));
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail() {
        recordEvent("fault.injected", Attributes.of(KIND, "error"));
        throw new InjectedFailureException();
    }
}
