package dev.foundation.tracing.deployment.faulttolerance;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;

/** Methods that many call at once. */
@Singleton
class Crowded {

    static final int PLACES = 2;

    final Semaphore inside = new Semaphore(0);
    final CountDownLatch leave = new CountDownLatch(1);

    @Bulkhead(PLACES)
    String narrow() throws InterruptedException {
        inside.release();
        leave.await();
        return "done";
    }

    final CountDownLatch run = new CountDownLatch(1);

    @Asynchronous
    @Bulkhead(value = 1, waitingTaskQueue = 1)
    CompletionStage<String> queued() throws InterruptedException {
        run.await();
        return CompletableFuture.completedFuture("done");
    }

    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 1, delay = 1, delayUnit = ChronoUnit.HOURS)
    String broken() {
        throw new IllegalStateException("always");
    }

    @Retry(maxRetries = 20, delay = 1, jitter = 1)
    String retried(int number, ThreadLocal<Integer> failures) {
        int left = failures.get();
        failures.set(left - 1);
        if (left > 0)
            throw new IllegalStateException("call " + number);
        return "call " + number;
    }
}
