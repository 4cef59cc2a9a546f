package dev.foundation.tracing.demo.launch;

import java.util.HexFormat;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/** The trace of an order, as an exporter sends it. */
final class PretendSpans {

    private static final long MILLI = 1_000_000;

    private PretendSpans() {
    }

    static byte[] ofOrder(String traceId) {
        long now = System.currentTimeMillis() * MILLI;
        Span request = span(traceId, 1, "POST /orders", now, now + 80 * MILLI).build();
        ExportTraceServiceRequest.Builder export = ExportTraceServiceRequest.newBuilder();
        export.addResourceSpans(spans("storefront", request));
        export.addResourceSpans(spans("catalog", below(request, 2, "product.find")));
        export.addResourceSpans(spans("payments", below(request, 3, "payment.book")));
        export.addResourceSpans(spans("orders", below(request, 4, "order.fulfil")));
        return export.build().toByteArray();
    }

    private static ResourceSpans.Builder spans(String service, Span span) {
        KeyValue name = KeyValue.newBuilder().setKey("service.name").setValue(AnyValue.newBuilder().setStringValue(service))
                .build();
        return ResourceSpans.newBuilder().setResource(Resource.newBuilder().addAttributes(name))
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span));
    }

    private static Span below(Span parent, int id, String name) {
        return span(HexFormat.of().formatHex(parent.getTraceId().toByteArray()), id, name, parent.getStartTimeUnixNano(),
                parent.getEndTimeUnixNano()).setParentSpanId(parent.getSpanId()).build();
    }

    private static Span.Builder span(String traceId, int id, String name, long start, long end) {
        return Span.newBuilder().setTraceId(bytes(traceId)).setSpanId(bytes("000000000000000" + id)).setName(name)
                .setStartTimeUnixNano(start).setEndTimeUnixNano(end);
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
