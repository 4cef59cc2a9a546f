package dev.foundation.tracing.deployment.readme;

import static dev.foundation.tracing.Spans.runWithSpan;

import jakarta.inject.Singleton;

import io.quarkus.arc.Unremovable;

/** The example of what is taken out of attributes. */
@Singleton
@Unremovable
public class Charge {

    // @formatter:off
    void charge(String provider, String card) {
        runWithSpan("payment.charge", span -> {
            span.setAttribute("provider.address", provider);
            span.setAttribute("loyalty.number", card);
            span.recordEvent("payment.declined", "api_key", "k-7", "reason", "expired");
        });
    }
    // @formatter:on
}
