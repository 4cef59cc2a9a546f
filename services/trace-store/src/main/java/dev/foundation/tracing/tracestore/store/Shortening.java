package dev.foundation.tracing.tracestore.store;

/** What was cut off spans that are in the store. */
public enum Shortening {
    /** Attributes beyond the limit of their span, event, link, resource or scope. */
    ATTRIBUTES_DROPPED,
    /** Events beyond the limit of their span. */
    EVENTS_DROPPED,
    /** Links beyond the limit of their span, and links to nothing. */
    LINKS_DROPPED,
    /** Texts and byte values that were cut to the limit. */
    VALUES_CUT
}
