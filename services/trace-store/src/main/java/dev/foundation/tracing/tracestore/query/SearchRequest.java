package dev.foundation.tracing.tracestore.query;

import java.util.Map;

/**
 * What a search asks for.
 *
 * @param tags every one of them must be found in the trace
 * @param minDurationNanos of the whole trace
 * @param maxDurationNanos of the whole trace
 * @param startEpochNanos traces that ended before are left out
 * @param endEpochNanos traces that started after are left out
 * @param limit how many traces at most
 * @param spansPerSpanSet how many spans of each trace are shown; with {@code spanSets} only
 * @param spanSets whether the answer shows spans: it does for TraceQL, not for tags
 */
record SearchRequest(Map<String, String> tags, long minDurationNanos, long maxDurationNanos, long startEpochNanos,
        long endEpochNanos, int limit, int spansPerSpanSet, boolean spanSets) {

    SearchRequest {
        tags = Map.copyOf(tags);
    }
}
