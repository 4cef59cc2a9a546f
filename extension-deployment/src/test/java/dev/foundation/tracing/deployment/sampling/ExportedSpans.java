package dev.foundation.tracing.deployment.sampling;

import static org.awaitility.Awaitility.await;

import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import jakarta.inject.Singleton;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.arc.Unremovable;

/** The application's exporter: what came out in the end, through the batch that Quarkus makes. */
@Singleton
@Unremovable
public class ExportedSpans implements SpanExporter {

    private final Queue<SpanData> exported = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        exported.addAll(spans);
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }

    public List<SpanData> ofTrace(String traceId) {
        return exported.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
    }

    /** The root is the last of its trace that is exported. */
    public List<SpanData> untilRoot(String traceId, String root) {
        await("root of " + traceId).until(() -> ofTrace(traceId).stream().anyMatch(span -> span.getName().equals(root)));
        return ofTrace(traceId);
    }
}
