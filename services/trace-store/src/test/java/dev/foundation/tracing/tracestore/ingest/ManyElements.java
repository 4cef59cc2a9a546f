package dev.foundation.tracing.tracestore.ingest;

import dev.foundation.tracing.tracestore.StoreClient;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;

/** Requests that are next to nothing in gzip and very much on the heap. */
final class ManyElements {

    private static final int NUMBER = 1_000_001;

    private ManyElements() {
    }

    static byte[] spans() {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (int i = 0; i < NUMBER; i++)
            scope.addSpans(Span.getDefaultInstance());
        return gzip(scope);
    }

    static byte[] eventsOfOneSpan() {
        Span.Builder span = Span.newBuilder();
        for (int i = 0; i < NUMBER; i++)
            span.addEvents(Span.Event.getDefaultInstance());
        return gzip(ScopeSpans.newBuilder().addSpans(span));
    }

    private static byte[] gzip(ScopeSpans.Builder scope) {
        return StoreClient.gzip(ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope)).build().toByteArray());
    }
}
