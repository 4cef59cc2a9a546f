package dev.foundation.tracing.tracestore.ingest;

import java.util.ArrayList;
import java.util.List;

import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.store.Counters;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

/** A whole OTLP request, in whatever form it came. Thread-safe. */
final class OtlpDecoder {

    private final TextDecoder texts;
    private final AttributesDecoder attributes;
    private final SpanDecoder spans;

    OtlpDecoder(Counters counters) {
        texts = new TextDecoder(counters);
        attributes = new AttributesDecoder(counters, texts);
        spans = new SpanDecoder(counters, texts, attributes);
    }

    /** All spans of the request, or none: one bad span refuses them all, as Tempo does. */
    List<Span> decode(ExportTraceServiceRequest request) throws MalformedRequestException {
        OriginDecoder origins = new OriginDecoder(texts, attributes);
        List<Span> decoded = new ArrayList<>();
        for (ResourceSpans sent : request.getResourceSpansList()) {
            Resource resource = origins.decode(sent.getResource());
            for (ScopeSpans scoped : sent.getScopeSpansList())
                decode(scoped, resource, origins.decode(scoped.getScope()), decoded);
        }
        return decoded;
    }

    private void decode(ScopeSpans sent, Resource resource, Scope scope, List<Span> decoded) throws MalformedRequestException {
        for (io.opentelemetry.proto.trace.v1.Span span : sent.getSpansList())
            decoded.add(spans.decode(span, resource, scope));
    }
}
