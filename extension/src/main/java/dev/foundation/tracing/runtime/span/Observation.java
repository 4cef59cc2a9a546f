package dev.foundation.tracing.runtime.span;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.diagnostics.LostContexts;
import dev.foundation.tracing.runtime.diagnostics.UnendedSpans;

/**
 * Who looks on while spans are made.
 *
 * @param overhead measures what that costs
 * @param unended looks for spans that nobody ends
 * @param lost looks for work that is done outside the trace it belongs to
 * @param events takes the events
 * @param listeners are told of everything; null if there are none
 */
public record Observation(Overhead overhead, UnendedSpans unended, LostContexts lost, EventSink events,
        @Nullable SpanListeners listeners) {
}
