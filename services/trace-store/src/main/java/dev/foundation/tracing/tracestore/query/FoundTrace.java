package dev.foundation.tracing.tracestore.query;

import java.util.List;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;

/**
 * A trace that a search found.
 *
 * @param spanSets empty if it was not searched by a query
 */
record FoundTrace(Trace trace, List<SpanSet> spanSets) {
}
