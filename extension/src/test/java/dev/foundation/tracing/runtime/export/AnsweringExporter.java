package dev.foundation.tracing.runtime.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** Its exports end when a test ends them. */
final class AnsweringExporter implements SpanExporter {

    /** One export that has begun. */
    record Export(List<SpanData> spans, CompletableResultCode result) {
    }

    final BlockingQueue<Export> exports = new LinkedBlockingQueue<>();

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        Export export = new Export(new ArrayList<>(spans), new CompletableResultCode());
        exports.add(export);
        return export.result();
    }

    @Override
    public CompletableResultCode flush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
