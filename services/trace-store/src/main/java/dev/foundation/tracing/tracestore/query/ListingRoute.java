package dev.foundation.tracing.tracestore.query;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.store.StoreStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/**
 * What the web page polls: a search that also takes words, with the counts of each trace and the store's own numbers.
 * It answers 304 as long as nothing changed.
 */
final class ListingRoute {

    private final SpanStore store;
    // A page left open sees that another store answers, though that one has counted as far.
    private final String thisStore = Long.toHexString(System.nanoTime());

    ListingRoute(SpanStore store) {
        this.store = store;
    }

    void list(RoutingContext context) {
        // Read before the traces, so that a change between the two is seen by the next poll.
        StoreStatus status = store.status();
        String tag = tag(status);
        context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH)))
            Answer.empty(context, 304);
        else
            Answer.json(context, listing(context, status));
    }

    // What is refused or shortened changes the store's numbers, though not always what is stored.
    private String tag(StoreStatus status) {
        return "\"" + thisStore + "-" + status.change() + "-" + sum(status.refused().values()) + "-"
                + sum(status.shortened().values()) + "\"";
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private JsonObject listing(RoutingContext context, StoreStatus status) {
        SearchRequest request = SearchParameters.parse(context.queryParams());
        Predicate<Trace> wanted = new TraceFilter(request).and(WordFilter.of(context.queryParams().get("words")));
        if ("true".equals(context.queryParams().get("errors")))
            wanted = wanted.and(trace -> trace.errors() > 0);
        List<Trace> traces = store.newestFirst();
        JsonArray listed = new JsonArray();
        traces.stream().filter(wanted).limit(request.limit()).forEach(trace -> listed.add(ListingJson.trace(trace)));
        return new JsonObject().put("traces", listed).put("services", services(traces)).put("store", ListingJson.store(status));
    }

    private static JsonArray services(List<Trace> traces) {
        TreeSet<String> names = new TreeSet<>();
        traces.forEach(trace -> names.addAll(trace.services().keySet()));
        return new JsonArray(List.copyOf(names));
    }
}
