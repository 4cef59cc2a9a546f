package dev.foundation.tracing;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Items that are worked on as one batch, and how. Made by {@link Spans#batch(String, Collection)}, run by {@link #each}.
 *
 * <pre>{@code
 * BatchResult<Receipt> receipts = batch("mail.messages", messages)
 *         .itemsNamed("mail.message")
 *         .linkedTo(message -> PropagatedContext.fromHeaders(message.headers()))
 *         .parallel(4, executor)
 *         .each(message -> send(message));
 * }</pre>
 *
 * The batch has a span, and so has each item, with {@code batch.item.index} and {@code batch.item.status}. An item that
 * fails fails its own span and stops no other.
 *
 * @param <T> the items' type
 */
public final class Batch<T extends @Nullable Object> {

    /** The limit is what the application is configured with. */
    private static final int AS_CONFIGURED = -1;

    final String name;
    final Collection<? extends T> items;
    @Nullable
    String itemName;
    int threads = 1;
    Executor executor = Runnable::run;
    @Nullable
    Class<? extends Throwable> stopping;
    @Nullable
    Function<? super T, @Nullable PropagatedContext> origin;
    int limit = AS_CONFIGURED;

    Batch(String name, Collection<? extends T> items) {
        this.name = name;
        this.items = Objects.requireNonNull(items, "items");
    }

    /** Names the items' spans, which are called as the batch with {@code .item} behind it otherwise. */
    public Batch<T> itemsNamed(String spanName) {
        itemName = spanName;
        return this;
    }

    /**
     * Works on several items at once.
     *
     * @param atMost how many at once; one or less is one after another
     * @param executor whose threads help the caller's, which works too: a batch inside a batch cannot block a pool for good,
     *        and an executor that refuses makes it slower, nothing else
     */
    public Batch<T> parallel(int atMost, Executor executor) {
        this.threads = Math.max(1, atMost);
        this.executor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /** After an item has failed, starts none that has not begun. The batch's span has failed then, too. */
    public Batch<T> failFast() {
        return failFast(Throwable.class);
    }

    /** After an item has failed with an exception of this type, starts none that has not begun. */
    public Batch<T> failFast(Class<? extends Throwable> type) {
        stopping = Objects.requireNonNull(type, "type");
        return this;
    }

    /**
     * Changes how many items have a span though they succeed, 100 unless the application is configured otherwise. Those
     * beyond are summed up on the batch's span, and what they trace inside hangs on that; one that fails has its span all
     * the same.
     *
     * @param spans zero or less: only items that fail have spans
     */
    public Batch<T> summarisedOver(int spans) {
        limit = Math.max(0, spans);
        return this;
    }

    /**
     * Links each item's span, and the batch's, to where the item comes from. The batch's span has each origin once, as far
     * as OpenTelemetry's limit of links goes.
     *
     * @param originOf is asked only if the batch is traced; null for an item that comes from nowhere
     */
    public Batch<T> linkedTo(Function<? super T, @Nullable PropagatedContext> originOf) {
        origin = Objects.requireNonNull(originOf, "originOf");
        return this;
    }

    /**
     * Runs the step for each item, and returns when all are done.
     *
     * <p>
     * What a step throws is its item's failure, and in the result. An {@link Error} is more than that: no further item begins,
     * and it is thrown here once those that have begun are done. After an {@link InterruptedException} no further item begins
     * either, and the thread is marked as interrupted again.
     *
     * @return values and failures, in the order of the items
     */
    public <R extends @Nullable Object> BatchResult<R> each(BatchStep<? super T, ? extends R> step) {
        return new BatchRun<T, R>(this, step).run();
    }
}
