package dev.foundation.tracing.benchmarks;

import java.util.concurrent.Callable;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

import io.quarkus.arc.Unremovable;
import io.smallrye.faulttolerance.api.Guard;

/** Calls that succeed at once, guarded in several ways. */
@Unremovable
@ApplicationScoped
class Guarded {

    private final Guard guard = Guard.create().withDescription("bench.guard").withRetry().done().build();

    @Retry
    long retried(long number) {
        return number + 1;
    }

    @Retry
    @CircuitBreaker
    @Timeout
    @Bulkhead
    long fully(long number) {
        return number + 1;
    }

    long byGuard(long number) throws Exception {
        Callable<Long> code = () -> number + 1;
        return guard.call(code, Long.class);
    }
}
