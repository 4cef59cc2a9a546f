package dev.foundation.tracing.runtime.sampling;

import static dev.foundation.tracing.runtime.sampling.SampledSpans.NOTHING_KEPT;
import static dev.foundation.tracing.runtime.sampling.SampledSpans.fail;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingStatistics.Held;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;

/** Requests of one trace that run in one process, which are held and kept together. */
class SeveralRootsTest {

    private static final AttributeKey<Boolean> INCOMPLETE = AttributeKey.booleanKey("sampling.incomplete");

    @RegisterExtension
    final SampledSpans spans = new SampledSpans().keeping(NOTHING_KEPT.ofFailed(true).ofSlowerThan(ofSeconds(1)));

    @Test
    void whatIsInsideARootThatIsNeverKeptIsNotHeldWithAnotherOfItsTrace() {
        spans.by(SamplingRule.forSpans("poll").never());
        Context caller = SampledSpans.caller(false);
        Span root = spans.server("GET", "/orders").setParent(caller).startSpan();
        Span poll = spans.span("poll").setParent(caller).startSpan();

        assertThat(spans.child(poll, "poll.ask").isRecording()).isFalse();
        assertThat(spans.child(Span.wrap(root.getSpanContext()), "order.find").isRecording()).isTrue();
    }

    @Test
    void twoRequestsOfOneTraceAreKeptTogetherIfOneFails() {
        Context caller = SampledSpans.caller(false);
        Span first = spans.server("GET", "/a").setParent(caller).startSpan();
        Span second = spans.server("POST", "/b").setParent(caller).startSpan();
        first.end();
        fail(second);

        assertThat(spans.names()).containsExactly("GET", "POST");
        assertThat(spans.exported()).extracting(span -> span.getAttributes().get(SampledSpans.REASON))
                .containsExactly("failed", "failed");
        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
    }

    @Test
    void aRequestThatComesBackIntoTheProcessIsKeptWithTheOneThatFailsInTheEnd() {
        Span outer = spans.server("POST", "/orders").setParent(SampledSpans.caller(false)).startSpan();
        Span client = spans.child(outer, "call");
        Span inner = spans.server("GET", "/stock").setParent(SampledSpans.calledBy(client)).startSpan();
        spans.child(inner, "stock.count").end();
        inner.end();
        client.end();
        assertThat(spans.exported()).isEmpty();
        fail(outer);

        assertThat(spans.names()).containsExactly("stock.count", "GET", "call", "POST");
        assertThat(spans.exported("GET").getParentSpanId()).isEqualTo(client.getSpanContext().getSpanId());
        assertThat(spans.exported("GET").getAttributes().get(INCOMPLETE)).isNull();
    }

    @Test
    void requestsOfOneTraceAreForgottenTogetherIfAllWentWell() {
        Context caller = SampledSpans.caller(false);
        Span first = spans.server("GET", "/a").setParent(caller).startSpan();
        Span second = spans.server("POST", "/b").setParent(caller).startSpan();
        first.end();
        assertThat(spans.sampling().statistics().held().spansNow()).isEqualTo(2);
        second.end();

        assertThat(spans.exported()).isEmpty();
        assertThat(spans.sampling().statistics().held()).isEqualTo(new Held(2, 0, 0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void aRequestThatComesAfterItsTraceIsKeptTakesNoRoomAndIsKeptAsWell() {
        Context caller = SampledSpans.caller(false);
        fail(spans.server("GET", "/a").setParent(caller).startSpan());

        Span second = spans.server("POST", "/b").setParent(caller).startSpan();

        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
        second.end();
        assertThat(spans.names()).containsExactly("GET", "POST");
    }

    @Test
    void requestsOfOneTraceThatNeverEndsAreNotSlowForThat() {
        Context caller = SampledSpans.caller(false);
        Span running = spans.server("GET", "/a").setParent(caller).startSpan();
        for (int i = 0; i < 70; i++) {
            Span next = spans.server("GET", "/a").setParent(caller).startSpan();
            spans.clock.goOn(ofMillis(500));
            running.end();
            running = next;
        }
        running.end();

        assertThat(spans.exported()).isEmpty();
        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
    }

    @Test
    void eachRootOfATraceHasTheThresholdOfItsRule() {
        spans.by(SamplingRule.forRoute("/report").ratio(0).keepingSlowerThan(ofSeconds(20)));
        Context caller = SampledSpans.caller(false);
        Span report = spans.server("GET", "/report").setParent(caller).startSpan();
        spans.server("GET", "/x").setParent(caller).startSpan().end();
        spans.clock.goOn(ofSeconds(5));
        report.end();

        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void aRootThatOutlivesItsHeldTraceDoesNotEndANewOneOfTheSameId() {
        spans.keeping(NOTHING_KEPT.ofFailed(true));
        Context caller = SampledSpans.caller(false);
        Span old = spans.server("GET", "/old").setParent(caller).startSpan();
        spans.clock.goOn(ofSeconds(31));
        spans.root("another").end();
        Span root = spans.server("POST", "/new").setParent(caller).startSpan();
        spans.child(root, "order.price").end();
        old.end();
        fail(root);

        assertThat(spans.names()).containsExactly("order.price", "POST");
        assertThat(spans.exported("POST").getAttributes().get(INCOMPLETE)).isNull();
        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
    }

    @Test
    void aRootThatOutlivesItsHeldTraceAndFailsIsNoReasonToKeepANewOneOfTheSameId() {
        spans.keeping(NOTHING_KEPT.ofFailed(true));
        Context caller = SampledSpans.caller(false);
        Span old = spans.server("GET", "/old").setParent(caller).startSpan();
        spans.clock.goOn(ofSeconds(31));
        spans.root("another").end();
        Span root = spans.server("POST", "/new").setParent(caller).startSpan();
        fail(old);
        root.end();

        assertThat(spans.names()).containsExactly("GET");
        assertThat(spans.exported("GET").getAttributes().get(INCOMPLETE)).isTrue();
    }
}
