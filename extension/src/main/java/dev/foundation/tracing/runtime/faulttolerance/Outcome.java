package dev.foundation.tracing.runtime.faulttolerance;

import java.util.Locale;

/** How a guarded call ended for its caller. */
enum Outcome {

    SUCCESS,
    FALLBACK,
    FAILED,
    TIMEOUT,
    /** By a bulkhead or a rate limit. */
    REJECTED,
    /** By a circuit breaker. */
    PREVENTED,
    CANCELLED;

    private final String attributeValue = name().toLowerCase(Locale.ROOT);

    String attributeValue() {
        return attributeValue;
    }
}
