package dev.foundation.tracing;

import java.time.Duration;
import java.util.List;

import dev.foundation.tracing.control.SpanListener;
import dev.foundation.tracing.runtime.diagnostics.LostContexts;
import dev.foundation.tracing.runtime.diagnostics.UnendedSpans;
import dev.foundation.tracing.runtime.span.EventSink;
import dev.foundation.tracing.runtime.span.Observation;
import dev.foundation.tracing.runtime.span.Overhead;
import dev.foundation.tracing.runtime.span.SpanEvents;
import dev.foundation.tracing.runtime.span.SpanListeners;

/** Who looks on while a test makes spans: as in a test of an application, unless it says otherwise. */
public final class Observations {

    private Observations() {
    }

    public static Observation plain() {
        return measuredBy(new Overhead());
    }

    public static Observation measuredBy(Overhead overhead) {
        return new Observation(overhead, unended(), new LostContexts(true), new SpanEvents(), null);
    }

    public static Observation toldTo(SpanListener... listeners) {
        return new Observation(new Overhead(), unended(), new LostContexts(true), new SpanEvents(),
                new SpanListeners(List.of(listeners)));
    }

    public static Observation lookingFor(UnendedSpans unended, LostContexts lost) {
        return new Observation(new Overhead(), unended, lost, new SpanEvents(), null);
    }

    public static Observation eventsTo(EventSink events, SpanListener... listeners) {
        return new Observation(new Overhead(), unended(), new LostContexts(true), events,
                listeners.length == 0 ? null : new SpanListeners(List.of(listeners)));
    }

    private static UnendedSpans unended() {
        return new UnendedSpans(true, Duration.ofMinutes(10));
    }
}
