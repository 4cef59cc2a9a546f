package dev.foundation.tracing.tracestore.ingest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;

/** The way back: a trace in OTLP's Protobuf. */
public final class OtlpEncoder {

    private OtlpEncoder() {
    }

    /** @return a {@code TracesData} */
    public static byte[] encode(Trace trace) {
        return data(trace).toByteArray();
    }

    private static TracesData data(Trace trace) {
        Map<Resource, Map<Scope, ScopeSpans.Builder>> byOrigin = new LinkedHashMap<>();
        for (Span span : trace.spans())
            byOrigin.computeIfAbsent(span.resource(), resource -> new LinkedHashMap<>())
                    .computeIfAbsent(span.scope(), scope -> ScopeSpans.newBuilder().setScope(scope(scope)))
                    .addSpans(SpanEncoder.of(span));
        TracesData.Builder data = TracesData.newBuilder();
        byOrigin.forEach((resource, scopes) -> data.addResourceSpans(resourceSpans(resource, List.copyOf(scopes.values()))));
        return data.build();
    }

    private static ResourceSpans resourceSpans(Resource resource, List<ScopeSpans.Builder> scopes) {
        ResourceSpans.Builder spans = ResourceSpans.newBuilder();
        spans.getResourceBuilder().addAllAttributes(AttributesEncoder.list(resource.attributes()))
                .setDroppedAttributesCount(resource.droppedAttributes());
        scopes.forEach(spans::addScopeSpans);
        return spans.build();
    }

    private static InstrumentationScope scope(Scope scope) {
        return InstrumentationScope.newBuilder().setName(scope.name()).setVersion(scope.version())
                .addAllAttributes(AttributesEncoder.list(scope.attributes()))
                .setDroppedAttributesCount(scope.droppedAttributes()).build();
    }
}
