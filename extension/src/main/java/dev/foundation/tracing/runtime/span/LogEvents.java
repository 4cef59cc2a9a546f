package dev.foundation.tracing.runtime.span;

import java.time.Instant;
import java.util.function.UnaryOperator;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Events in OpenTelemetry's logs, with the ids of the span that they happened in; of spans too that are not sampled. */
public final class LogEvents implements EventSink {

    private final Logger logger;
    private final UnaryOperator<Attributes> redaction;
    private final boolean onSpanToo;

    /**
     * @param redaction takes secrets out, which is done at the exporter for spans alone
     * @param onSpanToo whether the span is to have them as well
     */
    public LogEvents(Logger logger, UnaryOperator<Attributes> redaction, boolean onSpanToo) {
        this.logger = logger;
        this.redaction = redaction;
        this.onSpanToo = onSpanToo;
    }

    @Override
    public boolean needsRecording() {
        return false;
    }

    @Override
    public void record(Span span, String name, Attributes attributes) {
        if (onSpanToo)
            span.addEvent(name, attributes);
        try {
            logger.logRecordBuilder().setEventName(name).setTimestamp(Instant.now()).setSeverity(Severity.INFO)
                    .setContext(Context.root().with(span)).setAllAttributes(redaction.apply(attributes)).emit();
        } catch (RuntimeException e) {
            TracingFailures.report("event '" + name + "' was not logged", e);
        }
    }
}
