package dev.foundation.tracing.runtime.config;

/** Where events go. */
public enum EventsTarget {
    /** To the span, as span events. */
    SPAN,
    /** To OpenTelemetry's logs, as log records with the event's name and the span's ids. */
    LOG,
    /** To both. */
    BOTH
}
