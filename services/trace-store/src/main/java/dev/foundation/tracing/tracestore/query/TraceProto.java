package dev.foundation.tracing.tracestore.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;

import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.model.Trace;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.TracesData;

/** A trace in Protobuf: Tempo's {@code Trace} is OTLP's {@code TracesData}. */
final class TraceProto {

    private static final int TRACE_FIELD = 1;
    private static final int METRICS_FIELD = 2;

    private TraceProto() {
    }

    static byte[] v1(Trace trace) {
        return data(trace).toByteArray();
    }

    /** @param trace null for one that is unknown; both fields are there all the same, or Grafana crashes */
    static byte[] v2(@Nullable Trace trace) {
        ByteString data = trace == null ? ByteString.EMPTY : data(trace).toByteString();
        return UnknownFieldSet.newBuilder()
                .mergeField(TRACE_FIELD, UnknownFieldSet.Field.newBuilder().addLengthDelimited(data).build())
                .mergeField(METRICS_FIELD, UnknownFieldSet.Field.newBuilder().addLengthDelimited(ByteString.EMPTY).build())
                .build()
                .toByteArray();
    }

    private static TracesData data(Trace trace) {
        Map<Resource, Map<Scope, ScopeSpans.Builder>> byOrigin = new LinkedHashMap<>();
        for (Span span : trace.spans())
            byOrigin.computeIfAbsent(span.resource(), resource -> new LinkedHashMap<>())
                    .computeIfAbsent(span.scope(), scope -> ScopeSpans.newBuilder().setScope(scope(scope)))
                    .addSpans(SpanProto.of(span));
        TracesData.Builder data = TracesData.newBuilder();
        byOrigin.forEach((resource, scopes) -> data.addResourceSpans(resourceSpans(resource, List.copyOf(scopes.values()))));
        return data.build();
    }

    private static ResourceSpans resourceSpans(Resource resource, List<ScopeSpans.Builder> scopes) {
        ResourceSpans.Builder spans = ResourceSpans.newBuilder();
        spans.getResourceBuilder().addAllAttributes(AttributeProto.list(resource.attributes()))
                .setDroppedAttributesCount(resource.droppedAttributes());
        scopes.forEach(spans::addScopeSpans);
        return spans.build();
    }

    private static InstrumentationScope scope(Scope scope) {
        return InstrumentationScope.newBuilder().setName(scope.name()).setVersion(scope.version())
                .addAllAttributes(AttributeProto.list(scope.attributes()))
                .setDroppedAttributesCount(scope.droppedAttributes()).build();
    }
}
