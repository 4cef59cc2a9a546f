package dev.foundation.tracing.tracestore.page.map;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.tracestore.model.Trace;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The services that some traces went through, and the calls between them. */
public final class ServiceMap {

    private static final int MAX_EDGES = 200;
    // A single trace of some milliseconds is no rate of thousands per minute.
    private static final double LEAST_MINUTES = 1;
    private static final Comparator<Map.Entry<MapEdge, Traffic>> BUSIEST = Comparator
            .comparingLong(edge -> -edge.getValue().calls());

    private final MapTraffic traffic = new MapTraffic();
    private final double minutes;
    private final Map<MapNode, Integer> nodes = new LinkedHashMap<>();

    private ServiceMap(List<Trace> traces) {
        for (Trace trace : traces)
            new TraceWalk(trace, traffic).count();
        new LinkWalk(traces, traffic).count();
        minutes = minutes(traces);
    }

    /** @return nodes, edges that name their nodes by index, and over which time they were seen */
    public static JsonObject json(List<Trace> traces) {
        return new ServiceMap(traces).json().put("traces", traces.size());
    }

    private JsonObject json() {
        Map<MapEdge, Traffic> all = traffic.edges();
        traffic.services().keySet().stream().sorted().forEach(name -> index(MapNode.service(name)));
        JsonArray edges = new JsonArray();
        all.entrySet().stream().sorted(BUSIEST).limit(MAX_EDGES)
                .forEach(edge -> edges.add(edge(edge.getKey(), edge.getValue())));
        JsonArray described = new JsonArray();
        nodes.keySet().forEach(node -> described.add(node(node)));
        return new JsonObject().put("minutes", minutes).put("nodes", described).put("edges", edges)
                .put("edgesLeftOut", Math.max(0, all.size() - MAX_EDGES));
    }

    private int index(MapNode node) {
        return nodes.computeIfAbsent(node, added -> nodes.size());
    }

    private JsonObject node(MapNode node) {
        JsonObject json = new JsonObject().put("name", node.name()).put("kind", lower(node.kind()));
        Traffic entered = node.kind() == MapNode.Kind.SERVICE ? traffic.services().get(node.name()) : null;
        return entered == null ? json : json.mergeIn(numbers(entered));
    }

    private JsonObject edge(MapEdge edge, Traffic calls) {
        return new JsonObject().put("from", index(edge.from())).put("to", index(edge.to()))
                .put("kind", lower(edge.kind())).mergeIn(numbers(calls));
    }

    private JsonObject numbers(Traffic calls) {
        return new JsonObject().put("calls", calls.calls()).put("errors", calls.errors())
                .put("callsPerMinute", calls.calls() / minutes).put("p50Nanos", Long.toString(calls.percentile(50)))
                .put("p95Nanos", Long.toString(calls.percentile(95)));
    }

    private static double minutes(List<Trace> traces) {
        long start = traces.stream().mapToLong(Trace::startEpochNanos).min().orElse(0);
        long end = traces.stream().mapToLong(Trace::endEpochNanos).max().orElse(0);
        return Math.max(LEAST_MINUTES, (end - start) / (double) TimeUnit.MINUTES.toNanos(1));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
