package dev.foundation.tracing.tracestore.query;

import java.util.Map;
import java.util.function.Predicate;

import dev.foundation.tracing.tracestore.model.Trace;

/** Whether a trace is what a search asks for. */
final class TraceFilter implements Predicate<Trace> {

    private final SearchRequest request;

    TraceFilter(SearchRequest request) {
        this.request = request;
    }

    @Override
    public boolean test(Trace trace) {
        return isInRange(trace) && isOfDuration(trace) && hasTags(trace);
    }

    private boolean isInRange(Trace trace) {
        return trace.endEpochNanos() >= request.startEpochNanos() && trace.startEpochNanos() <= request.endEpochNanos();
    }

    private boolean isOfDuration(Trace trace) {
        long nanos = trace.durationNanos();
        return nanos >= request.minDurationNanos() && nanos <= request.maxDurationNanos();
    }

    // As in Tempo the tags may be found on different spans of the trace.
    private boolean hasTags(Trace trace) {
        for (Map.Entry<String, String> tag : request.tags().entrySet()) {
            if (!TagMatch.in(trace, tag.getKey(), tag.getValue()))
                return false;
        }
        return true;
    }
}
