package dev.foundation.tracing.threads;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.RecordingSpans;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A context goes as text to another process, which works on in its trace and sends its own context back. */
class OtherProcessTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void aTraceGoesThroughAnotherProcessAndBack() throws Exception {
        OtherProcess.Answer answer = withSpan("order.place", () -> OtherProcess.answerTo(propagateContext()));
        withPropagatedContext(answer.context(), () -> withSpan("order.close", () -> "done"));

        SpanData here = spans.named("order.place");
        SpanData hereAgain = spans.named("order.close");
        assertThat(answer.parentId()).isEqualTo(here.getSpanId());
        assertThat(hereAgain.getTraceId()).isEqualTo(here.getTraceId());
        assertThat(hereAgain.getParentSpanId()).as("the span over there").isEqualTo(answer.context().span().getSpanId())
                .isNotEqualTo(here.getSpanId());
    }

    @Test
    void baggageGoesThereAndBack() throws Exception {
        Baggage baggage = Baggage.builder().put("order.channel", "web, or phone").build();
        try (Scope ignored = baggage.makeCurrent()) {
            assertThat(OtherProcess.answerTo(propagateContext()).context().baggage()).isEqualTo(baggage);
        }
    }
}
