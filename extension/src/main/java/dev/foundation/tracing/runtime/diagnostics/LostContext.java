package dev.foundation.tracing.runtime.diagnostics;

/**
 * Work that ran without the context that it should have had.
 *
 * @param kind how that was seen
 * @param what the span's name, the attribute's key or the event's name
 * @param callSite where: a class and method, or the line; empty if only the name is known
 * @param thread the name of the thread on which it was seen first
 * @param count how often
 */
public record LostContext(Kind kind, String what, String callSite, String thread, long count) {

    /** How it is seen that a context is missing. */
    public enum Kind {
        /** An attribute, event or link was for the current span, and there was none. */
        NO_SPAN,
        /** A span began a trace of its own on a thread that others hand their work to. */
        NEW_TRACE
    }
}
