package dev.foundation.tracing.runtime.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.SpanContext;

/** One caller is loading the value of a key; others may wait for it. Safe from any thread. */
public final class Load<V> {

    private final @Nullable Thread thread;
    private final CompletableFuture<@Nullable V> value = new CompletableFuture<>();
    private volatile SpanContext span = SpanContext.getInvalid();
    private volatile boolean over;
    private volatile long number;

    private Load(@Nullable Thread thread) {
        this.thread = thread;
    }

    /** @return a load by this thread, which others may block for */
    static <V> Load<V> onThisThread() {
        return new Load<>(Thread.currentThread());
    }

    /** @return a load that goes on wherever it does; nobody must block for it */
    public static <V> Load<V> anywhere() {
        return new Load<>(null);
    }

    /** @param fetching the span that those who wait are linked with */
    public void isShownBy(CacheSpan fetching) {
        span = fetching.context();
    }

    SpanContext span() {
        return span;
    }

    void isNumber(long begun) {
        number = begun;
    }

    /** Nobody who asks from now on has waited for it. */
    public void isOver() {
        over = true;
    }

    public boolean hasEnded() {
        return over;
    }

    long number() {
        return number;
    }

    /** Waiting for oneself has no end, and neither may an event loop wait, on which the load may depend. */
    boolean canBeAwaitedHere() {
        return thread != null && thread != Thread.currentThread() && !io.vertx.core.Context.isOnEventLoopThread();
    }

    @Nullable
    V await() throws InterruptedException, ExecutionException {
        return value.get();
    }

    CompletableFuture<@Nullable V> value() {
        return value;
    }
}
