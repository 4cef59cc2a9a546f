package dev.foundation.tracing.runtime.span;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.ObservedSpan;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;

/** Hands on what is set on a span, and tells listeners of it. */
final class ToldSpan implements Span {

    private final Span span;
    private final ObservedSpan observed;
    private final SpanListeners listeners;

    ToldSpan(Span span, ObservedSpan observed, SpanListeners listeners) {
        this.span = span;
        this.observed = observed;
        this.listeners = listeners;
    }

    @Override
    public <T> Span setAttribute(AttributeKey<T> key, @Nullable T value) {
        span.setAttribute(key, value);
        if (value != null && isRecording())
            listeners.tell(listener -> listener.onAttributes(observed, Attributes.of(key, value)));
        return this;
    }

    @Override
    public Span setAllAttributes(@Nullable Attributes attributes) {
        span.setAllAttributes(attributes);
        if (attributes != null && !attributes.isEmpty() && isRecording())
            listeners.tell(listener -> listener.onAttributes(observed, attributes));
        return this;
    }

    @Override
    public Span addLink(@Nullable SpanContext other, Attributes attributes) {
        span.addLink(other, attributes);
        if (other != null && other.isValid() && isRecording())
            listeners.tell(listener -> listener.onLink(observed, other, attributes));
        return this;
    }

    @Override
    public Span addEvent(String name, Attributes attributes) {
        span.addEvent(name, attributes);
        return this;
    }

    @Override
    public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
        span.addEvent(name, attributes, timestamp, unit);
        return this;
    }

    @Override
    public Span setStatus(StatusCode status, String description) {
        span.setStatus(status, description);
        return this;
    }

    @Override
    public Span recordException(Throwable exception, Attributes attributes) {
        span.recordException(exception, attributes);
        return this;
    }

    @Override
    public Span updateName(String name) {
        span.updateName(name);
        return this;
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public void end(long timestamp, TimeUnit unit) {
        span.end(timestamp, unit);
    }

    @Override
    public SpanContext getSpanContext() {
        return span.getSpanContext();
    }

    @Override
    public boolean isRecording() {
        return span.isRecording();
    }
}
