package dev.foundation.tracing.runtime.batch;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoint;

/**
 * Opens the spans of a batch's items: so many from their beginning, whatever becomes of them. Nobody knows beforehand which
 * of those beyond will fail: their spans are held back until then.
 */
final class ItemSpans {

    private static final String INDEX = "batch.item.index";

    private final SpanOpener opener;
    private final SpanPoint point;
    /** For items that may have a span though they succeed. */
    private final AtomicInteger places;
    private final SummarisedItems beyond;

    ItemSpans(SpanOpener opener, SpanPoint point, int limit, SummarisedItems beyond) {
        this.opener = opener;
        this.point = point;
        this.places = new AtomicInteger(limit);
        this.beyond = beyond;
    }

    /** @return null where none is to be made, since the batch's is not sampled, or items' spans are switched off */
    @Nullable
    TracedItem open(int index) {
        if (!point.isOn())
            return null;
        TracedItem item = !beyond.isRecording() || takesPlace() ? fromItsBeginning() : heldBack();
        if (item != null)
            item.span().setAttribute(INDEX, index);
        return item;
    }

    private boolean takesPlace() {
        return places.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private @Nullable TracedItem fromItsBeginning() {
        OngoingSpan span = opener.open(point);
        return span == null ? null : new TracedItem(span, places::incrementAndGet);
    }

    private TracedItem heldBack() {
        HeldBackSpan span = new HeldBackSpan(beyond);
        return new TracedItem(opener.enter(span, point), span::keep);
    }

    void summariseOn(ActiveSpan batch) {
        beyond.summariseOn(batch);
    }
}
