package dev.foundation.tracing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** What a body is handed where no span is made: tracing is off, or the span around it is not sampled. */
final class IgnoringSpan implements ActiveSpan {

    static final ActiveSpan INSTANCE = new IgnoringSpan();

    private IgnoringSpan() {
    }

    @Override
    public ActiveSpan setAttribute(String key, @Nullable String value) {
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, long value) {
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, double value) {
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, boolean value) {
        return this;
    }

    @Override
    public ActiveSpan setAttribute(String key, @Nullable Object value) {
        return this;
    }

    @Override
    public <T> ActiveSpan setAttribute(AttributeKey<T> key, @Nullable T value) {
        return this;
    }

    @Override
    public ActiveSpan setAttributes(Attributes attributes) {
        return this;
    }

    @Override
    public ActiveSpan setAttributes(Map<String, ? extends @Nullable Object> attributes) {
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name) {
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, Attributes attributes) {
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, String key, @Nullable Object value) {
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2) {
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, String key1, @Nullable Object value1, String key2, @Nullable Object value2,
            String key3, @Nullable Object value3) {
        return this;
    }

    @Override
    public ActiveSpan linkSpan(PropagatedContext other) {
        return this;
    }

    @Override
    public ActiveSpan linkSpan(SpanContext other) {
        return this;
    }

    @Override
    public ActiveSpan linkSpan(SpanContext other, Attributes attributes) {
        return this;
    }

    @Override
    public ActiveSpan fail(String reason) {
        return this;
    }

    @Override
    public ActiveSpan fail(Throwable thrown) {
        return this;
    }

    @Override
    public ActiveSpan succeed() {
        return this;
    }

    @Override
    public boolean isRecording() {
        return false;
    }

    @Override
    public SpanContext context() {
        return Span.current().getSpanContext();
    }

    @Override
    public <T extends @Nullable Object> T endWith(T result) {
        return result;
    }

    @Override
    public void close() {
        // there is nothing to end
    }
}
