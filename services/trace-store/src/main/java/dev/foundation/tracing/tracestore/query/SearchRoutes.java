package dev.foundation.tracing.tracestore.query;

import java.util.List;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.SpanStore;
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
        List<Trace> found = traces.stream().filter(new TraceFilter(request)).limit(request.limit()).toList();
        Answer.json(context, SearchJson.answer(found, request, traces.size()));
    }
}
