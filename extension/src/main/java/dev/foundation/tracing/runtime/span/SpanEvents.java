package dev.foundation.tracing.runtime.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** Events of the span itself, as they always were. */
public final class SpanEvents implements EventSink {

    @Override
    public boolean needsRecording() {
        return true;
    }

    @Override
    public void record(Span span, String name) {
        span.addEvent(name);
    }

    @Override
    public void record(Span span, String name, Attributes attributes) {
        span.addEvent(name, attributes);
    }
}
