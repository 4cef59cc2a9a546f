package dev.foundation.tracing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;

/**
 * A span that has not ended yet: what {@code withSpan(name, span -> …)} hands to its body, and what {@code startSpan} gives.
 * Not to be implemented by applications.
 *
 * <p>
 * Below a parent that is not sampled, and where tracing is off, it is a span that ignores everything. Every method is safe
 * from any thread, never throws, and does nothing once the span has ended. Keys and names are constants of the code; values
 * are no secrets, for whoever reads the trace reads them.
 *
 * <pre>{@code
 * Product product = withSpan("cache.get", span -> {
 *     Product found = cache.get(sku);
 *     span.setAttribute("cache.hit", found != null);
 *     return found;
 * });
 *
 * try (ActiveSpan span = startSpan("report.write")) {
 *     span.setAttribute("report.pages", report.write(file));
 * }
 * }</pre>
 */
public interface ActiveSpan extends AutoCloseable {

    /** @return the span that ignores everything; its context is that of the span around it */
    static ActiveSpan ignoring() {
        return IgnoringSpan.INSTANCE;
    }

    /** Sets an attribute, replacing an earlier value of that key. A null value is ignored. */
    ActiveSpan setAttribute(String key, @Nullable String value);

    /** Sets an attribute, replacing an earlier value of that key. */
    ActiveSpan setAttribute(String key, long value);

    /** Sets an attribute, replacing an earlier value of that key. */
    ActiveSpan setAttribute(String key, double value);

    /** Sets an attribute, replacing an earlier value of that key. */
    ActiveSpan setAttribute(String key, boolean value);

    /**
     * Sets an attribute, replacing an earlier value of that key.
     *
     * @param value a text, number, boolean or enum constant, or an array or collection of such, becomes OpenTelemetry's type
     *        for it; anything else its {@code toString()}; null is ignored
     */
    ActiveSpan setAttribute(String key, @Nullable Object value);

    /** Sets an attribute of any of OpenTelemetry's types, replacing an earlier value of that key. A null value is ignored. */
    <T> ActiveSpan setAttribute(AttributeKey<T> key, @Nullable T value);

    /** Sets all these attributes, replacing earlier values of their keys. */
    ActiveSpan setAttributes(Attributes attributes);

    /** Sets all these attributes, replacing earlier values of their keys; values as with one key. */
    ActiveSpan setAttributes(Map<String, ? extends @Nullable Object> attributes);

    /** Records that something happened in this span, now. */
    ActiveSpan recordEvent(String name);

    /** Records that something happened in this span, now, with attributes of its own. */
    ActiveSpan recordEvent(String name, Attributes attributes);

    /** Records that something happened in this span, now, with an attribute of its own; values as in {@code setAttribute}. */
    ActiveSpan recordEvent(String name, String key, @Nullable Object value);

    /** Records that something happened in this span, now, with two attributes of its own. */
    ActiveSpan recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2);

    /** Records that something happened in this span, now, with three attributes of its own. */
    ActiveSpan recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2,
            String key3, @Nullable Object value3);

    /** Links the span that a context came from. */
    ActiveSpan linkSpan(PropagatedContext other);

    /** Says that this span has to do with another, in this trace or in any: the request that asked for it, one of a batch. */
    ActiveSpan linkSpan(SpanContext other);

    /** Links another span, and says how by attributes. */
    ActiveSpan linkSpan(SpanContext other, Attributes attributes);

    /**
     * Marks the span as failed, for failures that are not thrown.
     *
     * @param reason what went wrong, for people; no secrets
     */
    ActiveSpan fail(String reason);

    /**
     * Says what was thrown inside this span, as {@code withSpan} does by itself: it is recorded, unless a span inside this
     * one has recorded it, and marks the span as failed, unless it is {@linkplain ExpectedException expected}.
     */
    ActiveSpan fail(Throwable thrown);

    /** Marks the span as good, whatever is thrown or said of it afterwards. */
    ActiveSpan succeed();

    /** @return whether what is set and recorded is kept; false is a reason not to compute it */
    boolean isRecording();

    /**
     * @return trace id, span id and flags; for a span that ignores everything, those of the span around it, or
     *         {@link SpanContext#getInvalid()} if there is none
     */
    SpanContext context();

    /**
     * Ends the span when the result is there, and makes current again what was current before, at once.
     *
     * @param result of the work; a {@code CompletionStage}, {@code Uni} or {@code Multi} ends the span when it does (as
     *        failed, or as cancelled), anything else ends it now
     * @return what to hand on in the result's place: the same, or for {@code Uni} and {@code Multi} one that behaves the same
     */
    <T extends @Nullable Object> T endWith(T result);

    /** Ends the span, and makes current again what was current before. Twice is harmless, and so is another thread. */
    @Override
    void close();
}
