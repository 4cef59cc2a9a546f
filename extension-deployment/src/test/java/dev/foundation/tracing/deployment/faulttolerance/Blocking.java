package dev.foundation.tracing.deployment.faulttolerance;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.quarkus.cache.CacheResult;
import io.smallrye.faulttolerance.api.CustomBackoff;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.faulttolerance.api.FibonacciBackoff;
import io.smallrye.faulttolerance.api.RateLimit;

/** Methods that return when their work is done. */
@Singleton
class Blocking {

    /** How many calls fail before one succeeds. */
    final AtomicInteger failures = new AtomicInteger();

    String tried() {
        Spans.recordEvent("inside");
        if (failures.getAndDecrement() > 0)
            throw new IllegalStateException("not yet");
        return "done";
    }

    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    String retried() {
        return tried();
    }

    @Traced("order.pay")
    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    String traced() {
        return tried();
    }

    @CacheResult(cacheName = "prices")
    @Traced("order.price")
    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    String tracedAndCached(String key) {
        return tried();
    }

    @WithSpan("Orders.pay")
    @Retry(maxRetries = 3, delay = 0, jitter = 0)
    String withSpan() {
        return tried();
    }

    @Retry(maxRetries = 2, delay = 5, jitter = 0)
    String constantBackoff() {
        return tried();
    }

    @Retry(maxRetries = 3, delay = 4, jitter = 0)
    @ExponentialBackoff(factor = 3)
    String exponentialBackoff() {
        return tried();
    }

    @Retry(maxRetries = 3, delay = 4, jitter = 0)
    @FibonacciBackoff
    String fibonacciBackoff() {
        return tried();
    }

    @Retry(maxRetries = 2)
    @CustomBackoff(SevenThenEleven.class)
    String customBackoff() {
        return tried();
    }

    public static class SevenThenEleven implements CustomBackoffStrategy {

        private boolean once;

        @Override
        public void init(long initialDelayInMillis) {
            // the delays are its own
        }

        @Override
        public long nextDelayInMillis(Throwable exception) {
            boolean again = once;
            once = true;
            return again ? 11 : 7;
        }
    }

    @Fallback(fallbackMethod = "substitute")
    @Retry(maxRetries = 1, delay = 0, jitter = 0)
    String substituted() {
        return tried();
    }

    String substitute() {
        Spans.recordEvent("inside.fallback");
        return "substitute";
    }

    @Fallback(fallbackMethod = "failingSubstitute")
    String substitutedInVain() {
        return tried();
    }

    String failingSubstitute() {
        throw new UnsupportedOperationException("no substitute");
    }

    @Timeout(30)
    String slow() throws InterruptedException {
        new CountDownLatch(1).await();
        return "never";
    }

    @Timeout(30)
    @Retry(maxRetries = 1, delay = 0, jitter = 0)
    String slowAtFirst() throws InterruptedException {
        if (failures.getAndDecrement() > 0)
            new CountDownLatch(1).await();
        return "done";
    }

    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch leave = new CountDownLatch(1);

    @Bulkhead(1)
    String narrow() throws InterruptedException {
        entered.countDown();
        leave.await();
        return "done";
    }

    @RateLimit(value = 1, window = 1, windowUnit = ChronoUnit.HOURS)
    String rare() {
        return "done";
    }

    @CircuitBreaker(requestVolumeThreshold = 2, failureRatio = 1, delay = 1, delayUnit = ChronoUnit.HOURS)
    String brokenForLong() {
        return tried();
    }

    @CircuitBreaker(requestVolumeThreshold = 2, failureRatio = 1, delay = 1, successThreshold = 2)
    String brokenForAMoment() {
        return tried();
    }

    String unguarded() {
        return tried();
    }
}
