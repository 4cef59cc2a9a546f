package dev.foundation.tracing.runtime.batch;

import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.BatchSpans;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.TracingFailures;

/** A batch that has a span. */
final class TracedBatch implements BatchSpans {

    private static final String SIZE = "batch.size";
    private static final String SUCCEEDED = "batch.succeeded";
    private static final String FAILED = "batch.failed";
    private static final String NOT_RUN = "batch.not_run";
    private static final String THREADS = "batch.threads";
    private static final String THREADS_REFUSED = "batch.threads_refused";

    private final OngoingSpan span;
    private final int size;
    private final ItemSpans items;
    private final Origins origins;

    TracedBatch(OngoingSpan span, int size, ItemSpans items, Origins origins) {
        this.span = span;
        this.size = size;
        this.items = items;
        this.origins = origins;
        span.setAttribute(SIZE, size);
    }

    @Override
    public void parallel(int atMost, int refused) {
        span.setAttribute(THREADS, atMost);
        if (refused > 0)
            span.setAttribute(THREADS_REFUSED, refused);
    }

    @Override
    public <T extends @Nullable Object> Item openItem(int index, T item,
            @Nullable Function<? super T, @Nullable PropagatedContext> origin) {
        TracedItem opened = items.open(index);
        if (opened == null)
            return Item.none();
        if (origin != null)
            link(opened, item, origin);
        return opened;
    }

    private <T extends @Nullable Object> void link(TracedItem opened, T item,
            Function<? super T, @Nullable PropagatedContext> originOf) {
        try {
            PropagatedContext origin = originOf.apply(item);
            if (origin == null || !origin.span().isValid())
                return;
            opened.linkTo(origin);
            origins.add(origin.span());
        } catch (RuntimeException e) {
            TracingFailures.report("an item of a batch is not linked to its origin", e);
        }
    }

    @Override
    public void close(int succeeded, int failed, @Nullable Throwable stoppedBy) {
        span.setAttribute(SUCCEEDED, succeeded).setAttribute(FAILED, failed);
        if (succeeded + failed < size)
            span.setAttribute(NOT_RUN, size - succeeded - failed);
        items.summariseOn(span);
        origins.summariseOn(span);
        if (stoppedBy != null)
            span.fail(stoppedBy);
        span.close();
    }
}
