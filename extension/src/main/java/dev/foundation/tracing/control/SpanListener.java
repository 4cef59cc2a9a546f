package dev.foundation.tracing.control;

import java.time.Duration;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;

/**
 * A bean that is told what happens to the spans that this extension makes, while it happens and on the thread that makes it
 * happen: so it should be quick. Methods are called from many threads at once.
 *
 * <pre>{@code
 * public void onEnd(ObservedSpan span, Duration duration, StatusCode status) {
 *     if (duration.toMillis() > 500)
 *         log.infof("%s took %s in trace %s", span.name(), duration, span.context().getTraceId());
 * }
 * }</pre>
 *
 * It is told of spans that are recorded: below a parent that is not sampled there is nothing to tell. Of what it throws, the
 * first is reported, and no caller sees any. Spans that it makes itself, on the thread on which it is called, are not told to
 * any listener. What is set on OpenTelemetry's own span, past this extension, is not told, but for its status.
 */
public interface SpanListener {

    /**
     * The span has begun, and is current, unless it is for work that is done once more. What is set from its beginning is told
     * after this.
     */
    default void onStart(ObservedSpan span) {
    }

    /**
     * The span has ended.
     *
     * @param duration of the span, which may have ended on another thread than it began on
     * @param status {@link StatusCode#ERROR} if it failed
     */
    default void onEnd(ObservedSpan span, Duration duration, StatusCode status) {
    }

    /** @param attributes that were set on the span now; never empty */
    default void onAttributes(ObservedSpan span, Attributes attributes) {
    }

    /** @param attributes of the event; empty if it has none */
    default void onEvent(ObservedSpan span, String name, Attributes attributes) {
    }

    /**
     * @param linked the span that this one has to do with
     * @param attributes that say how; empty if nothing is said
     */
    default void onLink(ObservedSpan span, SpanContext linked, Attributes attributes) {
    }
}
