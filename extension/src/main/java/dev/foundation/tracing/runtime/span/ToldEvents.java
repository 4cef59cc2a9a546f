package dev.foundation.tracing.runtime.span;

import dev.foundation.tracing.control.ObservedSpan;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** Events that listeners are told of, wherever else they go. */
final class ToldEvents implements EventSink {

    private final EventSink events;
    private final ObservedSpan observed;
    private final SpanListeners listeners;

    ToldEvents(EventSink events, ObservedSpan observed, SpanListeners listeners) {
        this.events = events;
        this.observed = observed;
        this.listeners = listeners;
    }

    @Override
    public boolean needsRecording() {
        return events.needsRecording();
    }

    @Override
    public void record(Span span, String name, Attributes attributes) {
        events.record(span, name, attributes);
        if (span.isRecording())
            listeners.tell(listener -> listener.onEvent(observed, name, attributes));
    }
}
