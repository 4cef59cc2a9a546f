package dev.foundation.tracing.deployment.faulttolerance;

import java.util.Comparator;
import java.util.List;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** Reads the spans of one guarded call. */
final class GuardedSpans {

    static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("retry.attempt");
    static final AttributeKey<Long> DELAY = AttributeKey.longKey("retry.delay_ms");
    static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");

    private final EndedSpans spans;
    private final SpanData guard;

    private GuardedSpans(EndedSpans spans, SpanData guard) {
        this.spans = spans;
        this.guard = guard;
    }

    static GuardedSpans of(EndedSpans spans, String name) {
        return new GuardedSpans(spans, spans.named(name));
    }

    SpanData guard() {
        return guard;
    }

    String outcome() {
        return guard.getAttributes().get(AttributeKey.stringKey("fault_tolerance.outcome"));
    }

    Long attemptCount() {
        return guard.getAttributes().get(AttributeKey.longKey("fault_tolerance.attempts"));
    }

    /** @return in the order in which they began; those that have ended */
    List<SpanData> attempts() {
        return spans.all().stream()
                .filter(span -> span.getName().equals("attempt") && span.getParentSpanId().equals(guard.getSpanId()))
                .sorted(Comparator.comparing(span -> span.getAttributes().get(ATTEMPT))).toList();
    }

    List<Long> attemptNumbers() {
        return attempts().stream().map(span -> span.getAttributes().get(ATTEMPT)).toList();
    }

    /** @return what happened, without exceptions */
    List<String> events() {
        return guard.getEvents().stream().map(EventData::getName).filter(name -> !name.equals("exception")).toList();
    }

    List<Long> delays() {
        return guard.getEvents().stream().filter(event -> event.getName().equals("retry.backoff"))
                .map(event -> event.getAttributes().get(DELAY)).toList();
    }
}
