package dev.foundation.tracing.runtime.batch;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;

/**
 * Opens the spans of a batch's items: so many from their beginning, whatever becomes of them. Nobody knows beforehand which
 * of those beyond will fail: their spans are held back until then.
 */
final class ItemSpans {

    private static final String INDEX = "batch.item.index";

    private final SpanOpener opener;
    private final String name;
    /** For items that may have a span though they succeed. */
    private final AtomicInteger places;
    private final SummarisedItems beyond;

    ItemSpans(SpanOpener opener, String name, int limit, SummarisedItems beyond) {
        this.opener = opener;
        this.name = name;
        this.places = new AtomicInteger(limit);
        this.beyond = beyond;
    }

    /** @return null where none is to be made, since the batch's is not sampled */
    @Nullable
    TracedItem open(int index) {
        TracedItem item = !beyond.isRecording() || takesPlace() ? fromItsBeginning() : heldBack();
        if (item != null)
            item.span().setAttribute(INDEX, index);
        return item;
    }

    private boolean takesPlace() {
        return places.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private @Nullable TracedItem fromItsBeginning() {
        OngoingSpan span = opener.open(name);
        return span == null ? null : new TracedItem(span, places::incrementAndGet);
    }

    private TracedItem heldBack() {
        HeldBackSpan span = new HeldBackSpan(beyond);
        return new TracedItem(opener.enter(span), span::keep);
    }

    void summariseOn(ActiveSpan batch) {
        beyond.summariseOn(batch);
    }
}
