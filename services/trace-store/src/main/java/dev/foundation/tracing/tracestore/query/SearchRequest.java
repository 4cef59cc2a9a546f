package dev.foundation.tracing.tracestore.query;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.traceql.TraceQuery;

/**
 * What a search asks for.
 *
 * @param query null for a search by tags
 * @param tags every one of them must be found in the trace
 * @param minDurationNanos of the whole trace
 * @param maxDurationNanos of the whole trace
 * @param startEpochNanos traces that ended before are left out
 * @param endEpochNanos traces that started after are left out
 * @param limit how many traces at most
 * @param spansPerSpanSet how many spans of each set are shown; with a query only
 */
record SearchRequest(@Nullable TraceQuery query, Map<String, String> tags, long minDurationNanos, long maxDurationNanos,
        long startEpochNanos, long endEpochNanos, int limit, int spansPerSpanSet) {

    SearchRequest {
        tags = Map.copyOf(tags);
    }
}
