package dev.foundation.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;

/**
 * The span that a body runs in, as {@code withSpan(name, span -> …)} hands it over. Not to be implemented by applications.
 *
 * <p>
 * Below a parent that is not sampled, and where tracing is off, it is a span that ignores everything. Every method is safe
 * from any thread, never throws, and does nothing once the span has ended.
 *
 * <pre>{@code
 * Product product = withSpan("cache.get", span -> {
 *     Product found = cache.get(sku);
 *     span.setAttribute("cache.hit", found != null);
 *     return found;
 * });
 * }</pre>
 */
public interface ActiveSpan {

    /** @return the span that ignores everything; its context is that of the span around it */
    static ActiveSpan ignoring() {
        return IgnoringSpan.INSTANCE;
    }

    /** Sets an attribute, replacing an earlier value of that key. A null value is ignored. */
    ActiveSpan setAttribute(String key, String value);

    /** Sets an attribute, replacing an earlier value of that key. */
    ActiveSpan setAttribute(String key, long value);

    /** Sets an attribute, replacing an earlier value of that key. */
    ActiveSpan setAttribute(String key, double value);

    /** Sets an attribute, replacing an earlier value of that key. */
    ActiveSpan setAttribute(String key, boolean value);

    /** Records that something happened in this span, now. */
    ActiveSpan recordEvent(String name);

    /** Records that something happened in this span, now, with attributes of its own. */
    ActiveSpan recordEvent(String name, Attributes attributes);

    /**
     * Marks the span as failed, for failures that are not thrown.
     *
     * @param reason what went wrong, for people; no secrets
     */
    ActiveSpan fail(String reason);

    /**
     * @return trace id, span id and flags; for a span that ignores everything, those of the span around it, or
     *         {@link SpanContext#getInvalid()} if there is none
     */
    SpanContext context();
}
