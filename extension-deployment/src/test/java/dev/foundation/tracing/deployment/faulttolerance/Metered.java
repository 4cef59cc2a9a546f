package dev.foundation.tracing.deployment.faulttolerance;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Retry;

/** A call whose retries are counted by whatever counts them. */
@Singleton
class Metered {

    private final AtomicInteger failures = new AtomicInteger(2);

    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    String retried() {
        if (failures.getAndDecrement() > 0)
            throw new IllegalStateException("not yet");
        return "done";
    }
}
