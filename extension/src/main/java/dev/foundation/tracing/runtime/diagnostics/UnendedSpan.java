package dev.foundation.tracing.runtime.diagnostics;

/**
 * Spans of one place that were never ended. In production they are a sample: of the spans of ours, one in
 * {@value UnendedSpans#ONE_IN} is looked after.
 *
 * @param name of the spans
 * @param callSite where they began: a class and method, or the line; empty if only the name is known
 * @param stillOpen true if somebody may end them yet, but they have been open for too long; false if they are gone
 * @param traceId of the one that was found first
 * @param count how many
 */
public record UnendedSpan(String name, String callSite, boolean stillOpen, String traceId, long count) {
}
