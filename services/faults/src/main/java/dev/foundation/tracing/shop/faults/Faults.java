package dev.foundation.tracing.shop.faults;

import static dev.foundation.tracing.Spans.recordEvent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.quarkus.runtime.Startup;

/**
 * What goes wrong now: by settings for every request, by W3C baggage {@code fault.<service>} ({@code error} or {@code slow})
 * for one. Nothing does where faults are not enabled. Made at start, so that a wrong setting keeps the service from starting.
 */
@Startup
@ApplicationScoped
public class Faults {

    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final Duration SLOW = Duration.ofMillis(400);
    private static final AttributeKey<String> KIND = AttributeKey.stringKey("fault.kind");
    private static final AttributeKey<Long> LATENCY = AttributeKey.longKey("fault.latency_ms");

    private final String service;
    private final boolean enabled;
    private volatile FaultSettings settings;

    Faults(FaultsConfig config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.service = service;
        this.enabled = config.enabled();
        FaultSettings asSet = FaultSettings.atStart(config, service);
        this.settings = enabled ? asSet : FaultSettings.NONE;
        if (!asSet.equals(settings))
            LOG.warnf("faults are not enabled, so this is ignored: %s", asSet);
    }

    /**
     * Holds the current request back, and has it fail, if it is to.
     *
     * @throws InjectedFailureException if it is to fail; it answers 503
     */
    public void inject() {
        holdBack();
        if (failsNow())
            throw new InjectedFailureException(service);
    }

    /** Holds the current request back for as long as it is to be slow. */
    public void holdBack() {
        Duration now = settings.latency();
        Duration latency = "slow".equals(asked()) ? SLOW.plus(now) : now;
        if (latency.isZero())
            return;
        recordEvent("fault.injected", Attributes.of(KIND, "latency", LATENCY, latency.toMillis()));
        sleep(latency);
    }

    /** @return whether the current request is to fail, which is for the caller to bring about */
    public boolean failsNow() {
        boolean fails = "error".equals(asked()) || ThreadLocalRandom.current().nextDouble() < settings.errorRate();
        if (fails)
            recordEvent("fault.injected", Attributes.of(KIND, "error"));
        return fails;
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

    private @Nullable String asked() {
        return enabled ? Baggage.current().getEntryValue("fault." + service) : null;
    }

    private static void sleep(Duration latency) {
        try {
            Thread.sleep(latency.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
