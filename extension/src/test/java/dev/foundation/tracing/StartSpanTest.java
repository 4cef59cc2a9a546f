package dev.foundation.tracing;

import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.traceHeaders;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.vertx.core.runtime.VertxMDC;

class StartSpanTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @AfterEach
    void nothingStaysCurrent() {
        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
    }

    @Test
    void isCurrentUntilItIsClosed() {
        try (ActiveSpan span = startSpan("report.write", "report.pages", 3)) {
            assertThat(currentSpan().getSpanContext()).isEqualTo(span.context());
        }

        assertThat(spans.only().getName()).isEqualTo("report.write");
        assertThat(spans.only().hasEnded()).isTrue();
    }

    @Test
    void endingTwiceIsHarmless() {
        ActiveSpan outer = startSpan("report.write");
        ActiveSpan inner = startSpan("report.page");
        inner.close();
        inner.close();

        assertThat(currentSpan().getSpanContext()).isEqualTo(outer.context());
        outer.close();
        outer.close();
        assertThat(spans.ended()).hasSize(2);
    }

    @Test
    void endingOnAnotherThreadEndsItAndTheNextSpanHereIsNotItsChild() {
        ActiveSpan span = startSpan("report.write");
        CompletableFuture.runAsync(span::close).join();

        assertThat(spans.only().hasEnded()).isTrue();
        withSpan("report.next", () -> "next");
        assertThat(spans.named("report.next").getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void endingOnAnotherThreadLeavesThatThreadAsItWas() {
        ActiveSpan outer = startSpan("report.write");
        ActiveSpan span = startSpan("report.page");
        Context seenAfterwards = CompletableFuture.supplyAsync(() -> {
            span.close();
            return Context.current();
        }).join();

        assertThat(seenAfterwards).isSameAs(Context.root());
        outer.close();
    }

    @Test
    void closedOutOfOrderWhatWasCurrentBeforeIsCurrentAgain() {
        withSpan("request.handle", around -> {
            ActiveSpan first = startSpan("report.write");
            ActiveSpan second = startSpan("report.page");
            first.close();
            assertThat(currentSpan().getSpanContext()).isEqualTo(around.context());
            second.close();
            assertThat(currentSpan().getSpanContext()).isEqualTo(around.context());
            return "handled";
        });

        assertThat(spans.ended()).extracting(SpanData::getName).containsExactly("report.write", "report.page",
                "request.handle");
    }

    @Test
    void closedOutOfOrderWithNothingAroundThemNeitherContextNorLogLinesKeepASpan() {
        ActiveSpan first = startSpan("report.write");
        ActiveSpan second = startSpan("report.page");
        first.close();
        second.close();
        withSpan("report.next", () -> "next");

        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(VertxMDC.INSTANCE.get("spanId")).isNull();
    }

    @Test
    void whatAnotherThreadEndedIsNoPartOfWhatIsHandedOn() {
        ActiveSpan span = startSpan("report.write");
        CompletableFuture.runAsync(span::close).join();

        assertThat(propagateContext().span().isValid()).isFalse();
        assertThat(traceHeaders()).isEmpty();
    }

    @Test
    void aSpanThatTheBodyOfAPropagatedContextLeavesOpenDoesNotKeepThatContextHere() {
        PropagatedContext other = withSpan("order.place", () -> propagateContext());
        ActiveSpan job = withPropagatedContext(other, () -> startSpan("job.run"));

        assertThat(Context.current()).isSameAs(Context.root());
        CompletableFuture.runAsync(job::close).join();
        withSpan("report.next", () -> "next");
        assertThat(Context.current()).isSameAs(Context.root());
        assertThat(spans.named("job.run").getTraceId()).isEqualTo(other.span().getTraceId());
        assertThat(spans.named("report.next").getTraceId()).isNotEqualTo(other.span().getTraceId());
    }

    @Test
    void aSpanThatIsClosedInsideAPropagatedContextLeavesWhatIsAroundItCurrent() {
        withSpan("request.handle", around -> {
            ActiveSpan span = startSpan("report.write");
            withPropagatedContext(propagateContext(), () -> span.close());
            assertThat(currentSpan().getSpanContext()).isEqualTo(around.context());
            return "handled";
        });
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker") // the mistake that is to be put right
    void whatSomebodyElseLeftCurrentIsPutRight() {
        withSpan("request.handle", around -> {
            ActiveSpan span = startSpan("report.write");
            Scope forgotten = Baggage.builder().put("who", "ada").build().makeCurrent();
            span.close();
            assertThat(forgotten).isNotNull();
            assertThat(currentSpan().getSpanContext()).isEqualTo(around.context());
            return "handled";
        });
    }

    @Test
    void whatElseIsInTheContextIsSeenInsideASpan() {
        try (Scope ignored = Baggage.builder().put("who", "ada").build().makeCurrent()) {
            String who = withSpan("outer.work", () -> withSpan("inner.work", () -> Baggage.current().getEntryValue("who")));

            assertThat(who).isEqualTo("ada");
        }
    }

    @Test
    void whatIsPutIntoTheContextInsideASpanKeepsTheSpan() {
        withSpan("outer.work", span -> {
            try (Scope ignored = Baggage.builder().put("who", "ada").build().makeCurrent()) {
                assertThat(currentSpan().getSpanContext()).isEqualTo(span.context());
                withSpan("inner.work", () -> assertThat(Baggage.current().getEntryValue("who")).isEqualTo("ada"));
            }
            return "done";
        });

        assertThat(spans.named("inner.work").getParentSpanId()).isEqualTo(spans.named("outer.work").getSpanId());
    }

    @Test
    void kindAndLinksAreThereFromTheBeginning() {
        ActiveSpan other = startSpan("order.place");
        other.close();
        Attributes asked = Attributes.of(stringKey("link.reason"), "asked for it");
        startSpan("mail.send", SpanOptions.ofKind(SpanKind.PRODUCER).linkedTo(other.context(), asked)).close();

        SpanData mail = spans.named("mail.send");
        assertThat(mail.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(mail.getLinks()).singleElement().satisfies(link -> {
            assertThat(link.getSpanContext()).isEqualTo(other.context());
            assertThat(link.getAttributes()).isEqualTo(asked);
        });
    }

    @Test
    void aRootBeginsATraceOfItsOwn() {
        withSpan("request.handle", around -> {
            withSpan("cache.refresh", SpanOptions.ofRoot(), () -> "refreshed");
            assertThat(currentSpan().getSpanContext()).isEqualTo(around.context());
            return "handled";
        });

        assertThat(spans.named("cache.refresh").getParentSpanContext().isValid()).isFalse();
        assertThat(spans.named("cache.refresh").getTraceId()).isNotEqualTo(spans.named("request.handle").getTraceId());
    }

    @Test
    void aSpanThatSucceededStaysSo() {
        try (ActiveSpan span = startSpan("report.write")) {
            span.succeed().fail("nobody will read it");
        }

        assertThat(spans.only().getStatus().getStatusCode()).isEqualTo(StatusCode.OK);
    }
}
