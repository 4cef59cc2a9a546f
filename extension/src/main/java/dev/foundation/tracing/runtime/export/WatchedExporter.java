package dev.foundation.tracing.runtime.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** An exporter whose exports are counted and told of, and that gets spans as they may leave the process. */
final class WatchedExporter implements SpanExporter {

    private final SpanExporter exporter;
    private final ExportPipeline pipeline;
    private final UnaryOperator<SpanData> outlet;

    WatchedExporter(SpanExporter exporter, ExportPipeline pipeline, UnaryOperator<SpanData> outlet) {
        this.exporter = exporter;
        this.pipeline = pipeline;
        this.outlet = outlet;
    }

    ExportPipeline pipeline() {
        return pipeline;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        List<SpanData> leaving = leaving(spans);
        pipeline.counts().dropped(DropCause.NOT_READABLE, spans.size() - leaving.size());
        if (leaving.isEmpty())
            return CompletableResultCode.ofSuccess();
        SentBatch batch = pipeline.send(leaving.size());
        if (batch == null)
            return CompletableResultCode.ofFailure();
        try {
            CompletableResultCode result = exporter.export(leaving);
            result.whenComplete(() -> pipeline.end(batch, result));
            return result;
        } catch (RuntimeException e) {
            pipeline.fail(batch, e);
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    // A list of its own: the processor fills its own anew when it has given up, and the exporter may still read.
    private List<SpanData> leaving(Collection<SpanData> spans) {
        List<SpanData> leaving = new ArrayList<>(spans.size());
        for (SpanData span : spans) {
            try {
                leaving.add(outlet.apply(span));
            } catch (RuntimeException e) { // it may hold what must not leave
                TracingFailures.report("span '" + span.getName() + "' was not exported", e);
            }
        }
        return leaving;
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        pipeline.close();
        CompletableResultCode result = exporter.shutdown();
        result.whenComplete(pipeline::giveUp);
        return result;
    }

    @Override
    public String toString() {
        return exporter.toString();
    }
}
