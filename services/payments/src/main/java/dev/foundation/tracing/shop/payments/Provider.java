package dev.foundation.tracing.shop.payments;

import static dev.foundation.tracing.Spans.recordEvent;

import jakarta.enterprise.context.ApplicationScoped;

import dev.foundation.tracing.Traced;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;

/** Stands for the company that moves the money: it does as the faults say, and is reliable without any. */
@ApplicationScoped
class Provider {

    private static final AttributeKey<String> FAULT_KIND = AttributeKey.stringKey("fault.kind");

    private final Faults faults;

    Provider(Faults faults) {
        this.faults = faults;
    }

    /** Before a booking: here it fails, so that a failed try has booked nothing. */
    @Traced("provider.authorise")
    void authorise() {
        if (!faults.failNow())
            return;
        recordEvent("fault.injected", Attributes.of(FAULT_KIND, "error"));
        throw new ProviderFailedException();
    }

    /** After a booking: here it dawdles, so that a try which its caller gave up is booked all the same. */
    @Traced("provider.confirm")
    void confirm() {
        long millis = faults.latency().toMillis();
        if (millis == 0)
            return;
        recordEvent("fault.injected",
                Attributes.of(FAULT_KIND, "latency", AttributeKey.longKey("fault.latency_ms"), millis));
        sleep(millis);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
