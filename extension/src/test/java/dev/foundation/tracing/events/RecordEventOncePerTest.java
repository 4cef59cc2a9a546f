package dev.foundation.tracing.events;

import static dev.foundation.tracing.Spans.recordEventOncePer;
import static dev.foundation.tracing.Spans.withSpan;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.RecordingSpans;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;

class RecordEventOncePerTest {

    private static final SpanContext UNSAMPLED = SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
            TraceFlags.getDefault(), TraceState.getDefault());
    private static final AttributeKey<Long> LEFT_OUT = AttributeKey.longKey("event.left_out");

    private static final String NO_NAME = null;
    private static final Duration NO_DURATION = null;
    private static final Attributes NO_ATTRIBUTES = null;

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void withinTheIntervalOneEventOfANameIsRecordedInTheWholeProcess() {
        withSpan("queue.offer", () -> {
            recordEventOncePer("queue.full", ofDays(1));
            recordEventOncePer("queue.full", ofDays(1), "queue.name", "mails");
        });
        withSpan("queue.offer", () -> recordEventOncePer("queue.full", ofDays(1)));
        withSpan("queue.offer", () -> recordEventOncePer("queue.empty", ofDays(1)));

        assertThat(spans.ended()).extracting(span -> span.getEvents().size()).containsExactly(1, 0, 1);
    }

    @Test
    void theNextOneSaysHowManyHaveBeenLeftOut() {
        withSpan("queue.offer", () -> {
            recordEventOncePer("queue.full", ofDays(1), Attributes.empty());
            recordEventOncePer("queue.full", ofDays(1));
            recordEventOncePer("queue.full", ofDays(1));
            recordEventOncePer("queue.full", ZERO, "queue.name", "mails");
            recordEventOncePer("queue.full", ofDays(1));
            recordEventOncePer("queue.full", ZERO, NO_ATTRIBUTES);
        });

        assertThat(spans.only().getEvents()).extracting(event -> event.getAttributes().get(LEFT_OUT))
                .containsExactly(null, 2L, 1L);
        assertThat(spans.only().getEvents().get(1).getAttributes().get(AttributeKey.stringKey("queue.name")))
                .isEqualTo("mails");
    }

    @Test
    void anEventThatNobodySeesTakesNobodysTurn() {
        recordEventOncePer("queue.full", ofDays(1));
        try (Scope ignored = Span.wrap(UNSAMPLED).makeCurrent()) {
            recordEventOncePer("queue.full", ofDays(1));
        }
        withSpan("queue.offer", () -> recordEventOncePer("queue.full", ofDays(1)));

        assertThat(spans.only().getEvents()).hasSize(1);
        assertThat(spans.only().getEvents().get(0).getAttributes().get(LEFT_OUT)).isNull();
    }

    @Test
    void itIsRecordedOnTheSpanOfSomebodyElseToo() {
        Span others = spans.tracer().spanBuilder("GET /orders").startSpan();
        try (Scope ignored = others.makeCurrent()) {
            recordEventOncePer("queue.full", ofDays(1));
            recordEventOncePer("queue.full", ofDays(1));
            recordEventOncePer("queue.full", ZERO);
        }
        others.end();

        assertThat(spans.only().getEvents()).hasSize(2);
    }

    @Test
    void whatMakesNoSenseBreaksNothing() {
        withSpan("queue.offer", () -> {
            recordEventOncePer(NO_NAME, ofDays(1));
            recordEventOncePer("queue.full", NO_DURATION);
            recordEventOncePer("queue.full", Duration.ofSeconds(Long.MAX_VALUE));
            recordEventOncePer("queue.full", Duration.ofSeconds(-1));
        });

        assertThat(spans.ended()).hasSize(1);
    }
}
