package dev.foundation.tracing.runtime.export;

import java.util.Locale;

/** Why a span that was sampled never arrived. */
public enum DropCause {

    /** More spans ended than were exported in the same time. */
    QUEUE_FULL,
    /** There was no connection: refused, no such host, no route. */
    UNREACHABLE,
    /** There was one, and it ended before the answer. */
    CONNECTION_LOST,
    /** Nobody answered in time, and the exporter said so. */
    TIMED_OUT,
    /** The other end asked for less: HTTP 429, or {@code RESOURCE_EXHAUSTED} by gRPC. */
    THROTTLED,
    /** The other end answered with another error. */
    REFUSED,
    /** It could not be looked through for secrets, so it stayed here. */
    NOT_READABLE,
    /** The exporter failed in some other way. */
    FAILED,
    /** The exporter never said what became of them: they may have arrived. */
    UNANSWERED,
    /** The application ended before they were exported. */
    SHUTDOWN;

    /** @return as metrics and reports call it */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return as people read it */
    public String words() {
        return label().replace('_', ' ');
    }
}
