package dev.foundation.tracing.runtime.batch;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.BatchSpans;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.runtime.span.OngoingSpan;

/**
 * An item that has a span, or may have one in the end.
 *
 * @param span that is current
 * @param onFailure what is to be done before it ends, if the item has failed
 */
record TracedItem(OngoingSpan span, Runnable onFailure) implements BatchSpans.Item {

    private static final String STATUS = "batch.item.status";
    private static final String SUCCESS = "success";
    private static final String ERROR = "error";

    void linkTo(PropagatedContext origin) {
        span.linkSpan(origin);
    }

    @Override
    public void close(@Nullable Throwable failure) {
        if (failure == null) {
            span.setAttribute(STATUS, SUCCESS);
        } else {
            span.setAttribute(STATUS, ERROR).fail(failure);
            onFailure.run();
        }
        span.close();
    }
}
