package dev.foundation.tracing.tracestore.ingest;

import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.foundation.tracing.tracestore.model.Resource;
import dev.foundation.tracing.tracestore.model.Scope;
import dev.foundation.tracing.tracestore.model.Span;
import dev.foundation.tracing.tracestore.store.Counters;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;

/** A whole OTLP request in Protobuf. Thread-safe. */
final class OtlpDecoder {

    private static final int POOLED_ORIGINS = 1024;

    private final TextDecoder texts;
    private final AttributesDecoder attributes;
    private final SpanDecoder spans;
    private final Pool<Resource> resources = new Pool<>(POOLED_ORIGINS);
    private final Pool<Scope> scopes = new Pool<>(POOLED_ORIGINS);

    OtlpDecoder(Counters counters) {
        texts = new TextDecoder(counters);
        attributes = new AttributesDecoder(counters, texts);
        spans = new SpanDecoder(counters, texts, attributes);
    }

    /** All spans of the request, or none: one bad span refuses them all, as Tempo does. */
    List<Span> decode(byte[] body) throws MalformedRequestException {
        List<Span> decoded = new ArrayList<>();
        for (ResourceSpans sent : parse(body).getResourceSpansList()) {
            Resource resource = resource(sent.getResource());
            for (ScopeSpans scoped : sent.getScopeSpansList())
                decode(scoped, resource, decoded);
        }
        return decoded;
    }

    private void decode(ScopeSpans sent, Resource resource, List<Span> decoded) throws MalformedRequestException {
        Scope scope = scope(sent.getScope());
        for (io.opentelemetry.proto.trace.v1.Span span : sent.getSpansList())
            decoded.add(spans.decode(span, resource, scope));
    }

    private static ExportTraceServiceRequest parse(byte[] body) throws MalformedRequestException {
        try {
            return ExportTraceServiceRequest.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new MalformedRequestException(reason(String.valueOf(e.getMessage())));
        }
    }

    // Tempo's words for the commonest mistake; the library's are about its own code.
    private static String reason(String message) {
        return message.contains("ended unexpectedly") ? "unexpected EOF" : "not an OTLP request in Protobuf: " + message;
    }

    private Resource resource(io.opentelemetry.proto.resource.v1.Resource sent) {
        return resources.same(new Resource(attributes.decode(sent.getAttributesList()),
                AttributesDecoder.dropped(sent.getAttributesList(), sent.getDroppedAttributesCount())));
    }

    private Scope scope(InstrumentationScope sent) {
        return scopes.same(new Scope(texts.decode(sent.getName()), texts.decode(sent.getVersion()),
                attributes.decode(sent.getAttributesList()),
                AttributesDecoder.dropped(sent.getAttributesList(), sent.getDroppedAttributesCount())));
    }
}
