package dev.foundation.tracing.runtime.span;

import dev.foundation.tracing.ActiveSpan;
import io.opentelemetry.context.Scope;

/**
 * A span that goes on where its work does: it need not be current from start to end, nor on one thread. Closing it ends it,
 * and makes current again what was before, if that has not been done.
 */
public interface OngoingSpan extends ActiveSpan {

    /** Makes current again what was current before, where this was opened; the span goes on. Twice is harmless. */
    void leave();

    /**
     * Makes it current once more, on any thread.
     *
     * @return to be closed on that thread, which makes current again what was current there
     */
    Scope resume();

    /** @return the span that the work belongs to now: this, or the one for the same work done once more */
    OngoingSpan latest();
}
