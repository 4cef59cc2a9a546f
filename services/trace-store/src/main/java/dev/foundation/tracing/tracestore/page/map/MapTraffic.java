package dev.foundation.tracing.tracestore.page.map;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.SpanKind;

/** All calls, counted by who called whom. Not thread-safe. */
final class MapTraffic {

    private final Map<String, Traffic> services = new HashMap<>();
    private final Map<MapEdge, Traffic> edges = new LinkedHashMap<>();
    private final Map<String, MapNode> addresses = new HashMap<>();

    /** @param span the first one of that service: its parent is another service's, or nobody's */
    void entered(String service, Span span) {
        services.computeIfAbsent(service, name -> new Traffic()).add(span.durationNanos(), span.isError());
    }

    void called(Span caller, Span callee, MapEdge.Kind kind) {
        MapNode to = service(callee);
        // As the caller sees it, the way there and back included.
        Span measured = caller.kind() == SpanKind.CLIENT ? caller : callee;
        traffic(new MapEdge(service(caller), to, kind)).add(measured.durationNanos(), caller.isError() || callee.isError());
        String address = Outside.address(caller);
        if (caller.kind() == SpanKind.CLIENT && !address.isEmpty())
            addresses.put(address, to);
    }

    void calledOutside(Span caller, MapNode outside) {
        MapEdge.Kind kind = caller.kind() == SpanKind.PRODUCER ? MapEdge.Kind.MESSAGE : MapEdge.Kind.CALL;
        traffic(new MapEdge(service(caller), outside, kind)).add(caller.durationNanos(), caller.isError());
    }

    void linked(Span from, Span to) {
        if (!service(from).equals(service(to)))
            traffic(new MapEdge(service(from), service(to), MapEdge.Kind.LINK)).add(to.durationNanos(), to.isError());
    }

    /** @return what came into each service */
    Map<String, Traffic> services() {
        return services;
    }

    /**
     * @return what went from one to the other; a call without an answer, to an address where at other times a service answered,
     *         was for that service
     */
    Map<MapEdge, Traffic> edges() {
        Map<MapEdge, Traffic> resolved = new LinkedHashMap<>();
        edges.forEach((edge, traffic) -> {
            MapNode known = edge.to().kind() == MapNode.Kind.OUTER ? addresses.get(edge.to().name()) : null;
            resolved.merge(known == null ? edge : edge.to(known), traffic, Traffic::plus);
        });
        return resolved;
    }

    private Traffic traffic(MapEdge edge) {
        return edges.computeIfAbsent(edge, key -> new Traffic());
    }

    private static MapNode service(Span span) {
        return MapNode.service(span.resource().serviceName());
    }
}
