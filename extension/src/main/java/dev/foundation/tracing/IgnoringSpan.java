package dev.foundation.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** What a body is handed where no span is made: tracing is off, or the span around it is not sampled. */
final class IgnoringSpan implements ActiveSpan {

    static final ActiveSpan INSTANCE = new IgnoringSpan();

    private IgnoringSpan() {
    }

    @Override
    public ActiveSpan setAttribute(String key, String value) {
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
    public ActiveSpan recordEvent(String name) {
        return this;
    }

    @Override
    public ActiveSpan recordEvent(String name, Attributes attributes) {
        return this;
    }

    @Override
    public ActiveSpan fail(String reason) {
        return this;
    }

    @Override
    public SpanContext context() {
        return Span.current().getSpanContext();
    }
}
