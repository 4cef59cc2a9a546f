package dev.foundation.tracing.runtime.span;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.PropagatedContext;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;

/** OpenTelemetry's span, seen through our API. */
abstract class RecordingSpan implements ActiveSpan {

    final Span span;

    /** The reason that was given is not to be lost when an exception follows. */
    private volatile boolean reasonGiven;
    private volatile boolean failed;
    /** Which is the last word, as it is to OpenTelemetry. */
    private volatile boolean succeeded;

    RecordingSpan(Span span) {
        this.span = span;
    }

    /** @return what is told of attributes and links: the span, or what tells others too */
    Span writer() {
        return span;
    }

    /** @return where events go */
    abstract EventSink events();

    abstract Failures failures();

    /** @return how many failures had been recorded when this span began; those after it may have come from inside it */
    abstract int startedAfter();

    @Override
    public ActiveSpan setAttribute(String key, @Nullable String value) {
        if (value != null)
            writer().setAttribute(AttributeKeys.text(key), value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, long value) {
        writer().setAttribute(AttributeKeys.number(key), (Long) value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, double value) {
        writer().setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, boolean value) {
        writer().setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, @Nullable Object value) {
        // The most frequent types first, and without the object that stands for the method below.
        if (value instanceof String text)
            writer().setAttribute(AttributeKeys.text(key), text);
        else if (value instanceof Long number)
            writer().setAttribute(AttributeKeys.number(key), number);
        else if (value != null && span.isRecording())
            AttributeValues.put(key, value, writer()::setAttribute);
        return this;
    }

    @Override
    public <T> ActiveSpan setAttribute(AttributeKey<T> key, @Nullable T value) {
        if (value != null)
            writer().setAttribute(key, value);
        return this;
    }

    @Override
    public ActiveSpan setAttributes(Attributes attributes) {
        writer().setAllAttributes(attributes);
        return this;
    }

    @Override
    public ActiveSpan setAttributes(Map<String, ? extends @Nullable Object> attributes) {
        try {
            if (span.isRecording())
                attributes.forEach((key, value) -> setAttribute(key, value));
        } catch (RuntimeException e) {
            TracingFailures.report("attributes were not set", e); // another thread changes the map, or there is none
        }
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name) {
        events().record(span, name);
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, Attributes attributes) {
        events().record(span, name, attributes);
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, String key, @Nullable Object value) {
        return keepsEvents() ? recordEvent(name, attributes(key, value).build()) : this;
    }

    @Override
    public ActiveSpan recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2) {
        return keepsEvents() ? recordEvent(name, and(attributes(key1, value1), key2, value2).build()) : this;
    }

    @Override
    public ActiveSpan recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2,
            String key3, @Nullable Object value3) {
        return keepsEvents()
                ? recordEvent(name, and(and(attributes(key1, value1), key2, value2), key3, value3).build())
                : this;
    }

    private boolean keepsEvents() {
        return events().keeps(span);
    }

    private static AttributesBuilder attributes(String key, @Nullable Object value) {
        return and(Attributes.builder(), key, value);
    }

    private static AttributesBuilder and(AttributesBuilder attributes, String key, @Nullable Object value) {
        if (value != null)
            AttributeValues.put(key, value, attributes::put);
        return attributes;
    }

    @Override
    public ActiveSpan linkSpan(PropagatedContext other) {
        if (other != null)
            writer().addLink(other.span());
        return this;
    }

    @Override
    public ActiveSpan linkSpan(SpanContext other) {
        writer().addLink(other);
        return this;
    }

    @Override
    public ActiveSpan linkSpan(SpanContext other, Attributes attributes) {
        writer().addLink(other, attributes);
        return this;
    }

    /** @return whether it was said here, and not to OpenTelemetry's span itself, that it failed */
    boolean hasFailed() {
        return failed && !succeeded;
    }

    @Override
    public ActiveSpan fail(String reason) {
        reasonGiven = true;
        failed = true;
        span.setStatus(StatusCode.ERROR, reason);
        return this;
    }

    @Override
    public ActiveSpan fail(Throwable thrown) {
        if (failures().record(span, thrown, startedAfter(), reasonGiven))
            failed = true;
        return this;
    }

    @Override
    public ActiveSpan succeed() {
        succeeded = true;
        span.setStatus(StatusCode.OK);
        return this;
    }

    @Override
    public boolean isRecording() {
        return span.isRecording();
    }

    @Override
    public SpanContext context() {
        return span.getSpanContext();
    }
}
