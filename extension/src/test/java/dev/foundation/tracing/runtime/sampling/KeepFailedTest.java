package dev.foundation.tracing.runtime.sampling;

import static dev.foundation.tracing.runtime.sampling.SampledSpans.NOTHING_KEPT;
import static dev.foundation.tracing.runtime.sampling.SampledSpans.fail;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingStatistics.Held;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

class KeepFailedTest {

    private static final AttributeKey<Boolean> INCOMPLETE = AttributeKey.booleanKey("sampling.incomplete");

    @RegisterExtension
    final SampledSpans spans = new SampledSpans().keeping(NOTHING_KEPT.ofFailed(true).ofSlowerThan(ofSeconds(1)));

    @Test
    void aRootThatFailsIsExportedAsSampledWithAllThatIsInside() {
        Span root = spans.root("order.place");
        Span child = spans.child(root, "order.price");
        spans.child(child, "price.ask").end();
        child.end();
        root.setStatus(StatusCode.ERROR);
        root.end();

        assertThat(spans.names()).containsExactly("price.ask", "order.price", "order.place");
        assertThat(spans.exported()).allMatch(span -> span.getSpanContext().isSampled());
        assertThat(spans.exported("order.price").getParentSpanContext().isSampled()).isTrue();
        assertThat(spans.exported("price.ask").getParentSpanId()).isEqualTo(child.getSpanContext().getSpanId());
        assertThat(spans.exported("order.place").getAttributes().get(SampledSpans.REASON)).isEqualTo("failed");
        assertThat(spans.exported("order.place").getAttributes().get(INCOMPLETE)).isNull();
    }

    @Test
    void whatFailedInsideAndWasMadeGoodIsForgottenWithItsRoot() {
        Span root = spans.root("order.place");
        Span attempt = spans.child(root, "attempt");
        attempt.setStatus(StatusCode.ERROR);
        attempt.end();
        root.end();

        assertThat(spans.exported()).isEmpty();
        assertThat(spans.sampling().statistics().held()).isEqualTo(new Held(1, 0, 0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void aRootThatIsSlowIsKept() {
        Span root = spans.root("report.write");
        spans.clock.goOn(ofMillis(1_001));
        root.end();
        spans.root("report.write").end();

        assertThat(spans.names()).containsExactly("report.write");
        assertThat(spans.exported("report.write").getAttributes().get(SampledSpans.REASON)).isEqualTo("slower than PT1S");
    }

    @Test
    void whatFailedIsForgottenWhereOnlyTheSlowIsKept() {
        spans.keeping(NOTHING_KEPT.ofSlowerThan(ofSeconds(1)));

        fail(spans.root("order.place"));

        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void aRuleMayHaveAThresholdOfItsOwn() {
        spans.by(SamplingRule.forSpans("report.*").ratio(0).keepingSlowerThan(ofSeconds(20)));
        spans.sampling();
        Span report = spans.root("report.write");
        Span other = spans.root("other");
        spans.clock.goOn(ofSeconds(2));
        report.end();
        other.end();

        assertThat(spans.names()).containsExactly("other");
    }

    @Test
    void aRuleWithAThresholdNeedsNoOtherSetting() {
        spans.keeping(NOTHING_KEPT).by(SamplingRule.forSpans("report.*").ratio(0).keepingSlowerThan(ofMillis(10)));
        Span report = spans.root("report.write");
        Span other = spans.root("other");
        spans.clock.goOn(ofSeconds(2));
        report.end();
        other.end();

        assertThat(spans.names()).containsExactly("report.write");
    }

    @Test
    void neverMeansNever() {
        spans.by(SamplingRule.forSpans("poll").never());

        fail(spans.root("poll"));
        fail(spans.span("poll").setParent(SampledSpans.caller(false)).startSpan());

        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void whatQuarkusSuppressesIsNotKept() {
        spans.suppressing("/q/*").by(SamplingRule.forRoute("/q/health").ratio(0));

        fail(spans.request("GET", "/q/health"));
        fail(spans.request("GET", "/q/metrics"));
        fail(spans.server("GET", "/q/health").setParent(SampledSpans.caller(false)).startSpan());

        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void anotherThreadThatHasOnlyTheIdsOfASpanInsideIsInTheTraceAsWell() {
        Span root = spans.root("order.place");
        Span open = spans.child(root, "order.price");
        spans.child(Span.wrap(open.getSpanContext()), "price.ask").end();
        Span ended = spans.child(root, "order.store");
        ended.end();
        spans.child(ended, "mail.send").end();
        open.end();
        fail(root);

        assertThat(spans.names()).containsExactly("price.ask", "order.store", "mail.send", "order.price", "order.place");
    }

    @Test
    void belowACallerThatHasNotSampledThisPartIsKeptAndItsParentStaysAsItIs() {
        Context caller = SampledSpans.caller(false);
        Span server = spans.server("GET", "/orders").setParent(caller).startSpan();
        spans.child(server, "order.find").end();
        fail(server);

        SpanData root = spans.exported("GET");
        assertThat(spans.names()).containsExactly("order.find", "GET");
        assertThat(root.getParentSpanContext()).isEqualTo(Span.fromContext(caller).getSpanContext());
        assertThat(root.getSpanContext().isSampled()).isTrue();
    }

    @Test
    void belowACallerThatHasSampledNothingIsHeld() {
        spans.server("GET", "/orders").setParent(SampledSpans.caller(true)).startSpan().end();

        assertThat(spans.names()).containsExactly("GET");
        assertThat(spans.sampling().statistics().held().traces()).isZero();
    }

    @Test
    void whatGoesOnAfterTheEndOfAKeptRootIsKeptAsWell() {
        Span root = spans.root("order.place");
        Span running = spans.child(root, "mail.send");
        fail(root);
        running.end();
        spans.child(Span.wrap(root.getSpanContext()), "mail.archive").end();

        assertThat(spans.names()).containsExactly("order.place", "mail.send", "mail.archive");
        assertThat(spans.exported()).allMatch(span -> span.getSpanContext().isSampled());
    }

    @Test
    void whatGoesOnAfterTheEndOfAForgottenRootIsForgotten() {
        Span root = spans.root("order.place");
        Span running = spans.child(root, "mail.send");
        root.end();
        fail(running);

        assertThat(spans.child(Span.wrap(root.getSpanContext()), "mail.archive").isRecording()).isFalse();
        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void anotherThreadThatHasOnlyTheIdsIsInTheTraceAsWell() {
        Span root = spans.root("order.place");
        spans.child(Span.wrap(root.getSpanContext()), "mail.send").end();
        fail(root);

        assertThat(spans.names()).containsExactly("mail.send", "order.place");
    }

    @Test
    void whatTheConfiguredSamplerDropsBelowASampledCallerIsHeldToo() {
        spans.configuredWith(Sampler.traceIdRatioBased(0));

        fail(spans.server("GET", "/orders").setParent(SampledSpans.caller(true)).startSpan());

        assertThat(spans.names()).containsExactly("GET");
        assertThat(spans.sampling().statistics().withoutRule().dropped()).isEqualTo(1);
    }

    @Test
    void whatASamplerOfTheApplicationsOwnHasRecordedIsNotKeptForThat() {
        spans.configuredWith(new Recording()).by(SamplingRule.forSpans("poll").never());

        fail(spans.span("poll").setParent(SampledSpans.caller(false)).startSpan());

        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void itIsSwitchedOnAndOffWhileSpansAreMade() {
        spans.keeping(NOTHING_KEPT);
        fail(spans.root("before"));
        spans.sampling().change(now -> now.withKeeping(now.keeping().ofFailed(true)));
        fail(spans.root("meanwhile"));
        spans.sampling().change(now -> now.withKeeping(now.keeping().ofFailed(false)));
        fail(spans.root("after"));

        assertThat(spans.names()).containsExactly("meanwhile");
    }

    @Test
    void aProbeFindsTheConfiguredSamplerAndBeginsNothing() {
        assertThat(new SamplerProbe(spans.sampler()).dropsBelowUnsampledParent()).isTrue();

        assertThat(spans.sampling().statistics().held().traces()).isZero();
    }

    private static final class Recording implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            return SamplingResult.recordOnly();
        }

        @Override
        public String getDescription() {
            return "recording";
        }
    }
}
