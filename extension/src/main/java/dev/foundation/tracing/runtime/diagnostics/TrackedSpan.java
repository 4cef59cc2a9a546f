package dev.foundation.tracing.runtime.diagnostics;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

import io.opentelemetry.sdk.trace.ReadableSpan;

/** A span that is looked after until it ends. It lets go of what ends it, to see whether everybody else does. */
public final class TrackedSpan extends WeakReference<Object> {

    private final UnendedSpans home;
    private final ReadableSpan span;
    private final String callSite;
    private final long sinceNanos;

    TrackedSpan(Object whatEndsIt, ReferenceQueue<Object> queue, UnendedSpans home, ReadableSpan span, String callSite,
            long sinceNanos) {
        super(whatEndsIt, queue);
        this.home = home;
        this.span = span;
        this.callSite = callSite;
        this.sinceNanos = sinceNanos;
    }

    /** It has ended, as it should. */
    public void ended() {
        home.forget(this);
        clear();
    }

    boolean isOpen() {
        return !span.hasEnded();
    }

    boolean isOpenSince(long nanos) {
        return sinceNanos - nanos <= 0 && isOpen();
    }

    UnendedSpan unended(boolean stillOpen) {
        return new UnendedSpan(span.getName(), callSite, stillOpen, span.getSpanContext().getTraceId(), 1);
    }
}
