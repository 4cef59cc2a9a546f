package dev.foundation.tracing.runtime.span;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;

/** Where events go. Safe from any thread. */
public interface EventSink {

    /** @return whether events of a span go nowhere that is not recorded */
    boolean needsRecording();

    /** @return whether an event of that span goes anywhere */
    default boolean keeps(Span span) {
        return needsRecording() ? span.isRecording() : span.getSpanContext().isValid();
    }

    default void record(Span span, String name) {
        record(span, name, Attributes.empty());
    }

    void record(Span span, String name, Attributes attributes);
}
