package dev.foundation.tracing.runtime.sampling;

import static dev.foundation.tracing.runtime.sampling.SampledSpans.NOTHING_KEPT;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.control.SamplingRule;
import dev.foundation.tracing.control.SamplingStatistics.Held;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
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
    void whatIsInsideARootThatIsNeverKeptIsNotHeldWithAnotherOfItsTrace() {
        spans.by(SamplingRule.forSpans("poll").never());
        Context caller = SampledSpans.caller(false);
        Span root = spans.server("GET", "/orders").setParent(caller).startSpan();
        Span poll = spans.span("poll").setParent(caller).startSpan();

        assertThat(spans.child(poll, "poll.ask").isRecording()).isFalse();
        assertThat(spans.child(Span.wrap(root.getSpanContext()), "order.find").isRecording()).isTrue();
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
    void aKeptTraceIsKnownNoLongerThanAHeldOne() {
        Span root = spans.root("order.place");
        fail(root);
        spans.clock.goOn(ofSeconds(31));
        spans.root("another").end();

        assertThat(spans.child(Span.wrap(root.getSpanContext()), "mail.send").isRecording()).isFalse();
    }

    @Test
    void noMoreSpansAreHeldThanAllowedAndTheRootSaysThatSomeAreMissing() {
        spans.keeping(new KeepSettings(true, null, 8, 1_000_000, ofSeconds(30)));
        Span root = spans.root("order.place");
        for (int i = 0; i < 5; i++)
            spans.child(root, "item").end();
        fail(root);

        assertThat(spans.names()).containsExactly("item", "item", "order.place");
        assertThat(spans.exported("order.place").getAttributes().get(INCOMPLETE)).isTrue();
        assertThat(spans.sampling().statistics().held().refusedSpans()).isEqualTo(3);
    }

    @Test
    void aTraceMayHoldOneSpanHoweverFewAreAllowed() {
        spans.keeping(new KeepSettings(true, null, 2, 1_000_000, ofSeconds(30)));
        Span root = spans.root("order.place");
        spans.child(root, "order.price").end();
        fail(root);

        assertThat(spans.names()).containsExactly("order.price", "order.place");
        assertThat(spans.exported("order.place").getAttributes().get(INCOMPLETE)).isNull();
    }

    @Test
    void noMoreMemoryIsTakenThanAllowed() {
        spans.keeping(new KeepSettings(true, null, 1_000, 100_000, ofSeconds(30)));
        Span root = spans.root("order.place");
        for (int i = 0; i < 50; i++)
            spans.child(root, "item").setAttribute("text", "x".repeat(10_000)).end();

        assertThat(spans.sampling().statistics().held().bytesNow()).isBetween(10_000L, 25_000L);
        fail(root);
        assertThat(spans.names()).containsExactly("item", "item", "order.place");
        assertThat(spans.sampling().statistics().held().bytesNow()).isZero();
    }

    @Test
    void whereThereIsNoRoomForAnotherTraceItIsNotRecorded() {
        spans.keeping(new KeepSettings(true, null, 2, 1_000_000, ofSeconds(30)));
        Span first = spans.root("first");
        Span second = spans.root("second");

        assertThat(spans.root("third").isRecording()).isFalse();
        assertThat(spans.sampling().statistics().held().refusedTraces()).isEqualTo(1);
        first.end();
        assertThat(spans.root("fourth").isRecording()).isTrue();
        fail(second);
        assertThat(spans.names()).containsExactly("second");
    }

    @Test
    void aTraceLacksTheRequestForWhichThereWasNoRoom() {
        spans.keeping(new KeepSettings(true, null, 1, 1_000_000, ofSeconds(30)));
        Context caller = SampledSpans.caller(false);
        Span root = spans.server("GET", "/a").setParent(caller).startSpan();
        assertThat(spans.server("POST", "/b").setParent(caller).startSpan().isRecording()).isFalse();
        fail(root);

        assertThat(spans.exported("GET").getAttributes().get(INCOMPLETE)).isTrue();
        assertThat(spans.sampling().statistics().held().refusedTraces()).isEqualTo(1);
    }

    @Test
    void aRequestOfAKeptTraceNeedsNoRoom() {
        spans.keeping(new KeepSettings(true, null, 1, 1_000_000, ofSeconds(30)));
        Context caller = SampledSpans.caller(false);
        fail(spans.server("GET", "/a").setParent(caller).startSpan());
        Span another = spans.root("another");
        spans.server("POST", "/b").setParent(caller).startSpan().end();
        another.end();

        assertThat(spans.names()).containsExactly("GET", "POST");
        assertThat(spans.sampling().statistics().held().refusedTraces()).isZero();
        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
    }

    @Test
    void manyThreadsLoseNoSpanWithoutSayingSo() throws Exception {
        spans.keeping(new KeepSettings(true, null, 40, 1_000_000, ofSeconds(30)));
        spans.sampler();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2_000; i++) {
                Span root = spans.root("root");
                Future<?> inside = threads.submit(() -> IntStream.range(0, 12)
                        .forEach(item -> spans.child(root, "item").end()));
                Future<?> end = threads.submit(() -> fail(root));
                inside.get();
                end.get();
                long exported = spans.exported().stream().filter(span -> span.getName().equals("item")).count();
                assertThat(spans.exported("root").getAttributes().get(INCOMPLETE)).isEqualTo(exported == 12 ? null : true);
                spans.forget();
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aTraceThatIsHeldForTooLongIsGivenUpButNotItsRoot() {
        spans.keeping(new KeepSettings(true, null, 100, 1_000_000, ofSeconds(30)));
        Span root = spans.root("order.place");
        spans.child(root, "order.price").end();
        spans.clock.goOn(ofSeconds(31));
        spans.root("another").end();

        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
        assertThat(spans.sampling().statistics().held().expiredSpans()).isEqualTo(1);
        fail(root);
        assertThat(spans.names()).containsExactly("order.place");
        assertThat(spans.exported("order.place").getAttributes().get(INCOMPLETE)).isTrue();
    }

    @Test
    void whatIsTooOldIsFoundWhenAnySpanEnds() {
        spans.by(SamplingRule.forSpans("sampled"));
        Span sampled = spans.root("sampled");
        spans.child(spans.root("order.place"), "order.price").end();
        spans.clock.goOn(ofSeconds(31));
        sampled.end();

        assertThat(spans.names()).containsExactly("sampled", "order.price");
    }

    @Test
    void whatIsTooOldIsFoundWhenStatisticsAreRead() {
        spans.keeping(NOTHING_KEPT.ofFailed(true));
        spans.child(spans.root("order.place"), "order.price").end();
        assertThat(spans.sampling().statistics().held().spansNow()).isEqualTo(2);
        spans.clock.goOn(ofSeconds(31));

        assertThat(spans.sampling().statistics().held().spansNow()).isZero();
        assertThat(spans.sampling().statistics().held().expiredSpans()).isEqualTo(1);
    }

    @Test
    void switchedOffNothingGoesOnBeingHeld() {
        spans.keeping(NOTHING_KEPT.ofFailed(true));
        Span root = spans.root("order.place");
        spans.child(root, "order.price").end();
        spans.sampling().change(now -> now.withKeeping(now.keeping().ofFailed(false)));

        Held held = spans.sampling().statistics().held();
        assertThat(held.spansNow()).isZero();
        assertThat(held.bytesNow()).isZero();
        assertThat(held.expiredSpans()).isEqualTo(1);
        fail(root);
        assertThat(spans.exported()).isEmpty();
    }

    @Test
    void aTraceThatIsHeldForTooLongIsKeptIfThatMakesItSlow() {
        Span root = spans.root("order.place");
        spans.child(root, "order.price").end();
        spans.clock.goOn(ofSeconds(31));
        spans.root("another").end();

        assertThat(spans.names()).containsExactly("order.price");
        root.end();
        assertThat(spans.names()).containsExactly("order.price", "order.place");
        assertThat(spans.exported("order.place").getAttributes().get(INCOMPLETE)).isNull();
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
    void aSlowRootIsExportedHoweverLongItTakes() {
        spans.keeping(NOTHING_KEPT).by(SamplingRule.forSpans("report.*").ratio(0).keepingSlowerThan(ofSeconds(10)));
        Span root = spans.root("report.write");
        for (int i = 0; i < 4; i++) {
            spans.child(root, "report.page").end();
            spans.clock.goOn(ofSeconds(31));
            spans.root("another").end();
        }
        root.end();

        assertThat(spans.names()).containsExactly("report.page", "report.page", "report.page", "report.page", "report.write");
        assertThat(spans.exported("report.write").getAttributes().get(SampledSpans.REASON)).isEqualTo("slower than PT10S");
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

    @Test
    void manyThreadsLeaveNothingBehindAndEverySpanIsAccountedFor() throws Exception {
        spans.keeping(new KeepSettings(true, null, 64, 100_000, ofSeconds(30)));
        spans.sampler();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            var runs = IntStream.range(0, 4).<Future<Long>> mapToObj(seed -> threads.submit(() -> manyTraces(seed))).toList();
            long recorded = 0;
            for (Future<Long> run : runs)
                recorded += run.get();

            Held held = spans.sampling().statistics().held();
            assertThat(held.spansNow()).isZero();
            assertThat(held.bytesNow()).isZero();
            assertThat(held.keptSpans() + held.forgottenSpans() + held.refusedSpans() + held.expiredSpans())
                    .isEqualTo(recorded);
            assertThat(spans.exported()).hasSize((int) held.keptSpans());
            assertThat(held.keptSpans()).isPositive();
            assertThat(held.forgottenSpans()).isPositive();
        } finally {
            threads.shutdown();
        }
    }

    /** @return how many spans were recorded */
    private long manyTraces(int seed) {
        Random random = new Random(seed);
        long recorded = 0;
        for (int i = 0; i < 2_000; i++) {
            Context caller = SampledSpans.caller(false);
            Span[] open = new Span[4];
            for (int root = 0; root < 2; root++)
                open[root] = spans.span("root").setParent(caller).startSpan();
            open[2] = spans.child(open[0], "child");
            open[3] = spans.child(open[random.nextInt(2)], "child");
            for (int place = 0; place < 4; place++) {
                Span span = open[(place + seed) % 4];
                recorded += span.isRecording() ? 1 : 0;
                if (random.nextInt(3) == 0)
                    span.setStatus(StatusCode.ERROR);
                span.end();
            }
            spans.clock.goOn(Duration.ofMillis(1));
        }
        return recorded;
    }

    private static void fail(Span span) {
        SpanContext context = span.getSpanContext();
        assertThat(context.isSampled()).isFalse();
        span.setStatus(StatusCode.ERROR);
        span.end();
    }
}
