package dev.foundation.tracing.tracestore.page;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.store.StoreStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The newest traces that somebody wants to see, with the counts of each and the store's own numbers. */
final class Listing {

    private final SpanStore store;
    // A page left open sees that another store answers, though that one has counted as far.
    private final String thisStore = Long.toHexString(System.nanoTime());

    Listing(SpanStore store) {
        this.store = store;
    }

    /** @return changes whenever the listing may */
    String tag() {
        StoreStatus status = store.status();
        // What is refused or shortened changes the store's numbers, though not always what is stored.
        return thisStore + "-" + status.change() + "-" + sum(status.refused().values()) + "-"
                + sum(status.shortened().values());
    }

    JsonObject json(ListingRequest request) {
        List<Trace> traces = store.newestFirst();
        JsonArray listed = new JsonArray();
        traces.stream().filter(request.wanted()).limit(request.limit())
                .forEach(trace -> listed.add(ListingJson.trace(trace)));
        return new JsonObject().put("traces", listed).put("services", services(traces)).put("store",
                ListingJson.store(store.status()));
    }

    /** @return whatever is wanted, without a limit */
    List<Trace> all(ListingRequest request) {
        return store.newestFirst().stream().filter(request.wanted()).toList();
    }

    private static long sum(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private static JsonArray services(List<Trace> traces) {
        TreeSet<String> names = new TreeSet<>();
        traces.forEach(trace -> names.addAll(trace.services().keySet()));
        return new JsonArray(List.copyOf(names));
    }
}
