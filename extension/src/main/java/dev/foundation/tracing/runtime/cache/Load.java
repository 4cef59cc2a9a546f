package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.SpanContext;

/** One caller is loading the value of a key; others may wait for it. Safe from any thread. */
public final class Load<V> {

    private final boolean canBeBlockedFor;
    private final CompletableFuture<Outcome<V>> outcome = new CompletableFuture<>();
    private volatile SpanContext span = SpanContext.getInvalid();
    private volatile boolean over;
    private volatile long number;

    private Load(boolean canBeBlockedFor) {
        this.canBeBlockedFor = canBeBlockedFor;
    }

    /** @return a load by this thread, which others may block for */
    static <V> Load<V> onThisThread() {
        return new Load<>(true);
    }

    /** @return a load that goes on wherever it does; nobody must block for it */
    public static <V> Load<V> anywhere() {
        return new Load<>(false);
    }

    /** @param fetching the span that those who wait are linked with */
    public void isShownBy(CacheSpan fetching) {
        span = fetching.context();
    }

    public SpanContext span() {
        return span;
    }

    void isNumber(long begun) {
        number = begun;
    }

    long number() {
        return number;
    }

    /** Nobody who asks from now on has waited for it. */
    public void isOver() {
        over = true;
    }

    public boolean hasEnded() {
        return over;
    }

    /** An event loop must not wait, for the load may depend on it. */
    boolean canBeBlockedForHere() {
        return canBeBlockedFor && !io.vertx.core.Context.isOnEventLoopThread();
    }

    /** Tells those who wait; only the first time. */
    void ends(@Nullable V value, @Nullable Throwable failure) {
        outcome.complete(new Outcome<>(value, failure));
    }

    /** @return how it ended; null if it has not within that time */
    @Nullable
    Outcome<V> await(long millis) throws InterruptedException {
        try {
            return outcome.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return null;
        }
    }

    /** @return how it ends; holds null if it has not within that time */
    CompletableFuture<@Nullable Outcome<V>> within(long millis) {
        return outcome.copy().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);
    }

    /** @param failure as it was thrown; null if there is a value, which may be null too */
    record Outcome<V>(@Nullable V value, @Nullable Throwable failure) {
    }
}
