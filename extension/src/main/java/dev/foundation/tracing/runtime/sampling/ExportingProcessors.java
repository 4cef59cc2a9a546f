package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;

/**
 * Those that hand spans to an exporter. They leave out what was not sampled, so a span that is kept in the end goes to them
 * once
 * more; all other processors have seen it when it ended.
 */
final class ExportingProcessors implements Consumer<ReadableSpan> {

    private final List<SpanProcessor> processors = new CopyOnWriteArrayList<>();

    /** @param made around an exporter, by OpenTelemetry itself; it may have been wrapped since */
    void add(SpanProcessor made) {
        processors.add(made);
    }

    /** @param bean of the application or of Quarkus, for whatever purpose */
    void addIfItExports(SpanProcessor bean) {
        if (bean instanceof BatchSpanProcessor || bean instanceof SimpleSpanProcessor || isQuarkuss(bean))
            processors.add(bean);
    }

    private static boolean isQuarkuss(SpanProcessor processor) {
        return processor instanceof LateBoundSpanProcessor && !(processor instanceof RemoveableLateBoundSpanProcessor);
    }

    @Override
    public void accept(ReadableSpan kept) {
        for (SpanProcessor processor : processors) {
            try {
                processor.onEnd(kept);
            } catch (RuntimeException e) {
                TracingFailures.report("span '" + kept.getName() + "' was not exported", e);
            }
        }
    }
}
