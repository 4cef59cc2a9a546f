package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.ActiveSpan;
import io.opentelemetry.api.common.Attributes;

/** The current span for an event that others like it went before, which were left out: it says how many. */
final class SpanAfterLeftOut extends OthersSpan {

    private static final String LEFT_OUT = "event.left_out";

    private final RecordingSpan current;
    private final long leftOut;

    SpanAfterLeftOut(RecordingSpan current, SpanOpener opener, long leftOut) {
        super(current.span, SpanOpener.current(), opener);
        this.current = current;
        this.leftOut = leftOut;
    }

    @Override
    public ActiveSpan recordEvent(String name) {
        return recordEvent(name, Attributes.empty());
    }

    @Override
    public ActiveSpan recordEvent(String name, @Nullable Attributes attributes) {
        current.recordEvent(name,
                (attributes == null ? Attributes.empty() : attributes).toBuilder().put(LEFT_OUT, leftOut).build());
        return this;
    }
}
