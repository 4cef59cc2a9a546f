package dev.foundation.tracing.runtime.span;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;

/** Learns the key under which OpenTelemetry keeps the span of a context, by letting it put one into this context. */
final class SpanKey implements Context {

    private @Nullable ContextKey<?> asked;

    private SpanKey() {
    }

    @SuppressWarnings("unchecked") // a span is put under it
    static ContextKey<Span> find() {
        SpanKey probe = new SpanKey();
        Span.getInvalid().storeInContext(probe);
        return (ContextKey<Span>) Objects.requireNonNull(probe.asked, "OpenTelemetry's key of the current span");
    }

    @Override
    public <V> @Nullable V get(ContextKey<V> key) {
        return null;
    }

    @Override
    public <V> Context with(ContextKey<V> key, V value) {
        asked = key;
        return this;
    }
}
