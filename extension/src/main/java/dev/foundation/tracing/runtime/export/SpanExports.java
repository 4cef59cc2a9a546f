package dev.foundation.tracing.runtime.export;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.metrics.MeterName;
import dev.foundation.tracing.runtime.metrics.Meters;
import io.opentelemetry.exporter.internal.grpc.GrpcSender;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessorBuilder;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** All exporters of spans in one run of the application. */
public final class SpanExports {

    private static final String PREFIX = "foundation.tracing.spans.";
    private static final String SPAN = "{span}";

    private final List<ExportPipeline> pipelines = new CopyOnWriteArrayList<>();
    private final ExportTarget otlp;
    private final UnaryOperator<SpanData> outlet;
    private final Meters meters;
    private final Supplier<Vertx> vertx;
    private volatile List<SenderLog> senderLogs = List.of();

    /**
     * @param otlp where Quarkus's own exporter sends spans
     * @param outlet makes of a span what may leave the process
     */
    public SpanExports(ExportTarget otlp, UnaryOperator<SpanData> outlet, Meters meters, Supplier<Vertx> vertx) {
        this.otlp = otlp;
        this.outlet = outlet;
        this.meters = meters;
        this.vertx = vertx;
    }

    /** @return what became of spans so far, for each exporter; none if the application has none, or brings its own processor */
    public List<ExportReport> reports() {
        return pipelines.stream().map(ExportPipeline::report).toList();
    }

    /** In the place of {@code BatchSpanProcessor.builder}. */
    public BatchSpanProcessorBuilder batching(SpanExporter exporter) {
        if (exportsNothing(exporter))
            return BatchSpanProcessor.builder(exporter);
        WatchedExporter watched = watch(exporter);
        return BatchSpanProcessor.builder(watched).setMeterProvider(
                new QueueMeters(spans -> watched.pipeline().counts().dropped(DropCause.QUEUE_FULL, spans)));
    }

    /** In the place of {@code SimpleSpanProcessor.builder}. */
    public SimpleSpanProcessorBuilder exportingAtOnce(SpanExporter exporter) {
        return SimpleSpanProcessor.builder(exportsNothing(exporter) ? exporter : watch(exporter));
    }

    /** @return the processor, counting what comes if it has an exporter that is watched */
    public SpanProcessor counted(SpanProcessor processor) {
        return exporterOf(processor) instanceof WatchedExporter watched
                ? new MadeSpans(processor, watched.pipeline().counts())
                : processor;
    }

    /** @return the sender, on an event loop */
    public GrpcSender<?> onEventLoop(GrpcSender<?> sender) {
        return new EventLoopSender<>(sender, ((VertxInternal) vertx.get()).createEventLoopContext());
    }

    /** The application ends. */
    public void end() {
        pipelines.forEach(ExportPipeline::endOfApplication);
        senderLogs.forEach(SenderLog::uninstall);
    }

    private WatchedExporter watch(SpanExporter exporter) {
        boolean quarkus = exporter.getClass().getName().startsWith("io.quarkus.opentelemetry.");
        ExportPipeline pipeline = new ExportPipeline(
                quarkus ? otlp : new ExportTarget(exporter.getClass().getSimpleName(), ""), ExportTime.SYSTEM);
        pipelines.add(pipeline);
        if (pipelines.size() == 1)
            offerNumbers();
        if (quarkus && senderLogs.isEmpty())
            senderLogs = SenderLog.install();
        return new WatchedExporter(exporter, pipeline, outlet);
    }

    // Beside Quarkus's own processor there is one of OpenTelemetry's, which has nothing to export.
    private static boolean exportsNothing(SpanExporter exporter) {
        return exporter == SpanExporter.composite();
    }

    private static @Nullable SpanExporter exporterOf(SpanProcessor processor) {
        if (processor instanceof BatchSpanProcessor batching)
            return batching.getSpanExporter();
        return processor instanceof SimpleSpanProcessor simple ? simple.getSpanExporter() : null;
    }

    private void offerNumbers() {
        counter("made", "Sampled spans that ended", SPAN, Map.of(), ExportReport::made);
        counter("exported", "Spans that were exported", SPAN, Map.of(), ExportReport::exported);
        for (DropCause cause : DropCause.values())
            counter("dropped", "Sampled spans that were never exported, by cause", SPAN, Map.of("reason", cause.label()),
                    report -> report.dropped().getOrDefault(cause, 0L));
        counter("failed.exports", "Exports of spans that failed", "{export}", Map.of(), ExportReport::failedExports);
    }

    private void counter(String name, String description, String unit, Map<String, String> tags,
            ToLongFunction<ExportReport> value) {
        meters.counter(new MeterName(PREFIX + name, description, unit, tags),
                () -> reports().stream().mapToLong(value).sum());
    }
}
