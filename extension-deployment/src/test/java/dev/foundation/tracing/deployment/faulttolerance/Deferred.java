package dev.foundation.tracing.deployment.faulttolerance;

import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.faulttolerance.api.AsynchronousNonBlocking;
import io.smallrye.mutiny.Uni;

/** Methods whose result is there later. */
@Singleton
class Deferred {

    final AtomicInteger failures = new AtomicInteger();

    /** What the guarded code has handed out, for a test to complete on a thread of its own. */
    final Queue<CompletableFuture<String>> pending = new ConcurrentLinkedQueue<>();

    private CompletableFuture<String> started() {
        Spans.recordEvent("inside");
        CompletableFuture<String> result = new CompletableFuture<>();
        pending.add(result);
        return result;
    }

    private String tried() {
        Spans.recordEvent("inside");
        if (failures.getAndDecrement() > 0)
            throw new IllegalStateException("not yet");
        return "done";
    }

    @Retry(maxRetries = 2, delay = 3, jitter = 0)
    Uni<String> uni() {
        return Uni.createFrom().completionStage(this::started);
    }

    @Traced("order.pay")
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    Uni<String> tracedUni() {
        return Uni.createFrom().item(this::tried);
    }

    @WithSpan("Orders.ship")
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    Uni<String> withSpan() {
        return Uni.createFrom().item(this::tried);
    }

    @Retry(maxRetries = 2, delay = 3, jitter = 0)
    @AsynchronousNonBlocking
    CompletionStage<String> stage() {
        return started();
    }

    @Traced("order.book")
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    @AsynchronousNonBlocking
    CompletionStage<String> tracedStage() {
        return started();
    }

    @Asynchronous
    @Retry(maxRetries = 2, delay = 3, jitter = 0)
    CompletionStage<String> offloaded() {
        return CompletableFuture.completedFuture(tried());
    }

    @Asynchronous
    @Fallback(fallbackMethod = "substitute")
    CompletionStage<String> substituted() {
        return CompletableFuture.completedFuture(tried());
    }

    CompletionStage<String> substitute() {
        return CompletableFuture.completedFuture("substitute");
    }

    final CountDownLatch begin = new CountDownLatch(1);
    final CountDownLatch finish = new CountDownLatch(1);

    @Asynchronous
    @Retry(maxRetries = 2, delay = 3, jitter = 0)
    Future<String> future() throws InterruptedException {
        begin.await();
        return CompletableFuture.completedFuture(tried());
    }

    @Traced("order.stock")
    @Asynchronous
    @Retry(maxRetries = 2, delay = 0, jitter = 0)
    Future<String> tracedFuture() {
        return CompletableFuture.completedFuture(tried());
    }

    @Asynchronous
    @Timeout(value = 1, unit = ChronoUnit.HOURS)
    Future<String> cancelled() throws InterruptedException {
        new CountDownLatch(1).await();
        return CompletableFuture.completedFuture("never");
    }

    @Asynchronous
    @Timeout(30)
    CompletionStage<String> slow() {
        boolean interrupted = false;
        while (finish.getCount() > 0) {
            try {
                finish.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        Spans.recordEvent(interrupted ? "interrupted" : "late");
        return CompletableFuture.completedFuture("late");
    }
}
