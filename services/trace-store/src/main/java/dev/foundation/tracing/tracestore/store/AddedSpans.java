package dev.foundation.tracing.tracestore.store;

/**
 * What became of the spans that were added together.
 *
 * @param stored visible to readers from now on
 * @param refused over the limits of their trace
 */
public record AddedSpans(int stored, int refused) {
}
