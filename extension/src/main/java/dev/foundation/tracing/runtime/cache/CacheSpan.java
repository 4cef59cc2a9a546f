package dev.foundation.tracing.runtime.cache;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.span.LaterContext;
import dev.foundation.tracing.runtime.span.OngoingSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Scope;

/** A span of a cache's, or none: below a parent that is not sampled there is nothing to tell. */
public final class CacheSpan {

    private static final CacheSpan NONE = new CacheSpan(null);

    private final @Nullable OngoingSpan span;

    private CacheSpan(@Nullable OngoingSpan span) {
        this.span = span;
    }

    public static CacheSpan none() {
        return NONE;
    }

    static CacheSpan of(@Nullable OngoingSpan span) {
        return span == null ? NONE : new CacheSpan(span);
    }

    /** @return whether there is one */
    public boolean isThere() {
        return span != null;
    }

    /** @return whether work here is inside it; also where there is none */
    public boolean isCurrent() {
        return span == null || Span.current().getSpanContext().equals(span.context());
    }

    public SpanContext context() {
        return span == null ? SpanContext.getInvalid() : span.context();
    }

    public void set(String key, boolean value) {
        if (span != null)
            span.setAttribute(key, value);
    }

    public void set(String key, @Nullable String value) {
        if (span != null)
            span.setAttribute(key, value);
    }

    void linkTo(SpanContext other) {
        if (span != null && other.isValid())
            span.linkSpan(other);
    }

    public void fail(Throwable thrown) {
        if (span != null)
            span.fail(thrown);
    }

    /** Work that was asked for in that context is inside this span from now on. */
    public void begins(@Nullable LaterContext later) {
        if (span != null && later != null)
            later.begins(span);
    }

    /** Makes current again what was current before; the span goes on. */
    public void leave() {
        if (span != null)
            span.leave();
    }

    /** @return to be closed on this thread */
    public Scope resume() {
        return span == null ? Scope.noop() : span.resume();
    }

    /** Ends it when the result is there; see {@code ActiveSpan}. */
    public <T extends @Nullable Object> T endWith(T result) {
        return span == null ? result : span.endWith(result);
    }

    public void end() {
        if (span != null)
            span.close();
    }
}
