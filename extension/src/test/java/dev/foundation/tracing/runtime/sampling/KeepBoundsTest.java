package dev.foundation.tracing.runtime.sampling;

import static dev.foundation.tracing.runtime.sampling.SampledSpans.NOTHING_KEPT;
import static dev.foundation.tracing.runtime.sampling.SampledSpans.fail;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;

/** How much is held, for how long, and what becomes of what there is no room or no time for. */
class KeepBoundsTest {

    private static final AttributeKey<Boolean> INCOMPLETE = AttributeKey.booleanKey("sampling.incomplete");

    @RegisterExtension
    final SampledSpans spans = new SampledSpans().keeping(NOTHING_KEPT.ofFailed(true).ofSlowerThan(ofSeconds(1)));

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
}
