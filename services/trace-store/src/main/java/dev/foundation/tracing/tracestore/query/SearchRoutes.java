package dev.foundation.tracing.tracestore.query;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.traceql.TraceQuery;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.pipeline.SpanSet;
import io.vertx.ext.web.RoutingContext;

/** Tempo's search, newest trace first. */
final class SearchRoutes {

    private final SpanStore store;

    SearchRoutes(SpanStore store) {
        this.store = store;
    }

    void search(RoutingContext context) {
        SearchRequest request = SearchParameters.parse(context.queryParams());
        List<Trace> traces = store.newestFirst();
        Answer.json(context, SearchJson.answer(find(traces, request), request, traces.size()));
    }

    private static List<FoundTrace> find(List<Trace> traces, SearchRequest request) {
        TraceFilter filter = new TraceFilter(request);
        Deadline deadline = Deadline.usual();
        List<FoundTrace> found = new ArrayList<>();
        for (Trace trace : traces) {
            if (found.size() == request.limit())
                return found;
            List<SpanSet> spanSets = filter.test(trace) ? spanSets(trace, request.query(), deadline) : null;
            if (spanSets != null)
                found.add(new FoundTrace(trace, spanSets));
        }
        return found;
    }

    // Without a query a trace is found as a whole.
    private static @Nullable List<SpanSet> spanSets(Trace trace, @Nullable TraceQuery query, Deadline deadline) {
        if (query == null)
            return List.of();
        return query.matches(trace, deadline) ? query.evaluate(trace, deadline) : null;
    }
}
