package dev.foundation.tracing.tracestore.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.store.Counters;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

/** A whole OTLP request in Protobuf. Thread-safe. */
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
    List<Span> decode(byte[] body) throws MalformedRequestException {
        OriginDecoder origins = new OriginDecoder(texts, attributes);
        List<Span> decoded = new ArrayList<>();
        for (ResourceSpans sent : parse(body).getResourceSpansList()) {
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

    private static ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException {
        try {
            RequestScan.check(body);
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (IOException e) {
            throw new MalformedRequestException(reason(String.valueOf(e.getMessage())));
        }
    }

    // Tempo's words for the commonest mistake; the library's are about its own code.
    private static String reason(String message) {
        return message.contains("ended unexpectedly") ? "unexpected EOF" : "not an OTLP request in Protobuf: " + message;
    }
}
