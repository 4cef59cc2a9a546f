package dev.foundation.tracing;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The spans of one batch: the part of {@link SpanRuntime} behind {@link Batch}. Applications use {@link Spans#batch} instead.
 * Implementations are safe from any thread and never throw.
 *
 * <pre>{@code
 * BatchSpans.Item span = spans.openItem(index, item, origin); // what a batch does for each item, and nobody else
 * span.close(failure);
 * }</pre>
 */
public interface BatchSpans {

    /** @return what makes no spans */
    static BatchSpans none() {
        return NoBatchSpans.INSTANCE;
    }

    /**
     * Says that the batch has several threads.
     *
     * @param atMost how many it may have
     * @param refused how many of them the executor did not give
     */
    void parallel(int atMost, int refused);

    /**
     * Opens the span of an item, which is current on this thread until it is closed.
     *
     * @param origin where the item comes from; null if nobody knows
     */
    <T extends @Nullable Object> Item openItem(int index, T item,
            @Nullable Function<? super T, @Nullable PropagatedContext> origin);

    /**
     * Ends the batch's span.
     *
     * @param succeeded how many items did
     * @param failed how many items did; the others were not run
     * @param stoppedBy what was thrown that let no further item begin; null if nothing was
     */
    void close(int succeeded, int failed, @Nullable Throwable stoppedBy);

    /** The span of an item. */
    interface Item {

        /** @return what ends no span */
        static Item none() {
            return NoBatchSpans.NO_SPAN;
        }

        /** @param failure what the item failed with; null if it succeeded */
        void close(@Nullable Throwable failure);
    }
}
