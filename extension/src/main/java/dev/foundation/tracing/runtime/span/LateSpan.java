package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Work of which only its end tells whether it is to have a span. */
public interface LateSpan extends Span {

    /** @return the span, which has ended; null if there is none, or not yet */
    @Nullable
    ReadableSpan made();
}
