package dev.foundation.tracing.runtime.sampling;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import jakarta.enterprise.context.Dependent;

import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.LateBoundSpanProcessor;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;

/**
 * Those that hand spans to an exporter. They leave out what was not sampled, so a span that is kept in the end goes to them
 * once more; all other processors have seen it when it ended.
 */
final class ExportingProcessors implements Consumer<ReadableSpan> {

    private final List<SpanProcessor> processors = new CopyOnWriteArrayList<>();

    /** @param made around an exporter, by OpenTelemetry itself; it may have been wrapped since */
    void add(SpanProcessor made) {
        processors.add(made);
    }

    /**
     * @param beans of the application or of Quarkus, for whatever purpose. Quarkus asks for them as well, so of one without a
     *        scope there would be another
     */
    void addThoseThatExport(Iterable<InstanceHandle<SpanProcessor>> beans) {
        for (InstanceHandle<SpanProcessor> bean : beans)
            if (bean.getBean().getScope() != Dependent.class && exports(ClientProxy.unwrap(bean.get())))
                processors.add(bean.get());
    }

    private static boolean exports(SpanProcessor processor) {
        return processor instanceof BatchSpanProcessor || processor instanceof SimpleSpanProcessor || isQuarkuss(processor);
    }

    private static boolean isQuarkuss(SpanProcessor processor) {
        return processor instanceof LateBoundSpanProcessor && !(processor instanceof RemoveableLateBoundSpanProcessor);
    }

    @Override
    public void accept(ReadableSpan kept) {
        for (SpanProcessor processor : processors) {
            try {
                processor.onEnd(kept);
            } catch (Throwable e) { // the application only began or ended a span
                TracingFailures.report("span '" + kept.getName() + "' was not exported", e);
            }
        }
    }
}
