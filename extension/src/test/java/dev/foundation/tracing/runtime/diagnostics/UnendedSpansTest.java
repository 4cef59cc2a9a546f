package dev.foundation.tracing.runtime.diagnostics;

import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.Observations;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;
import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;

class UnendedSpansTest {

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    private final AtomicLong nanos = new AtomicLong();
    private final UnendedSpans unended = new UnendedSpans(true, Duration.ofMinutes(10), nanos::get);

    @Test
    void aSpanThatIsForgottenIsFoundWithTheLineThatBeganIt() {
        lookingWith(unended);
        forget(2);

        await().until(this::isFoundTwice);
        UnendedSpan found = unended.found().get(0);
        assertThat(found.name()).isEqualTo("order.forgotten");
        assertThat(found.callSite()).contains("UnendedSpansTest.forgetHere(UnendedSpansTest.java:");
        assertThat(found.stillOpen()).isFalse();
        assertThat(found.traceId()).hasSize(32);
    }

    private boolean isFoundTwice() {
        System.gc();
        return unended.found().stream().anyMatch(span -> span.count() == 2);
    }

    @Test
    void aUniThatNobodySubscribesToIsFound() {
        lookingWith(unended);
        dropAUni();

        await().until(() -> {
            System.gc();
            return unended.found().stream().anyMatch(span -> span.name().equals("order.unsubscribed"));
        });
    }

    @Test
    void aSpanThatEndsIsNotFoundAndTakesNoMemory() {
        lookingWith(unended);

        for (int i = 0; i < 20_000; i++)
            withSpan("order.place", () -> "placed");
        nanos.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(unended.found()).isEmpty();
        forget(1);
        await().until(() -> {
            System.gc();
            return unended.found().size() == 1;
        });
    }

    @Test
    void aSpanThatWasEndedByOpenTelemetrysMeansIsNotFound() {
        lookingWith(unended);
        endTheRawSpan();
        forget(1);

        await().until(() -> {
            System.gc();
            return !unended.found().isEmpty();
        });
        assertThat(unended.found()).extracting(UnendedSpan::name).containsExactly("order.forgotten");
    }

    @Test
    void aSpanThatIsOpenForVeryLongIsFoundUntilItEnds() {
        lookingWith(unended);
        try (ActiveSpan span = startSpan("order.slow")) {
            assertThat(unended.found()).isEmpty();
            nanos.addAndGet(Duration.ofMinutes(10).toNanos());

            assertThat(unended.found()).singleElement().matches(UnendedSpan::stillOpen)
                    .matches(found -> found.traceId().equals(span.context().getTraceId()));
        }

        assertThat(unended.found()).isEmpty();
    }

    @Test
    void inProductionASampleIsLookedAfterByItsName() {
        UnendedSpans sample = new UnendedSpans(false, Duration.ofMinutes(10), nanos::get);
        lookingWith(sample);

        forget(20_000);

        await().until(() -> {
            System.gc();
            return !sample.found().isEmpty();
        });
        // 156 are to be expected of all that are gone by now.
        assertThat(sample.found()).singleElement().matches(found -> found.callSite().isEmpty() && found.count() < 500);
    }

    /** On a thread of its own, which would hold on to what is current. */
    private static void forget(int times) {
        Thread thread = new Thread(() -> {
            for (int i = 0; i < times; i++)
                forgetHere();
        });
        thread.start();
        join(thread);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void forgetHere() {
        ActiveSpan span = startSpan("order.forgotten");
        assertThat(span).isNotNull();
    }

    private static void dropAUni() {
        Uni<String> uni = withSpan("order.unsubscribed", () -> Uni.createFrom().item("placed"));
        assertThat(uni).isNotNull();
    }

    private static void endTheRawSpan() {
        Thread thread = new Thread(() -> {
            ActiveSpan span = startSpan("order.ended");
            Span.current().end();
            assertThat(span).isNotNull();
        });
        thread.start();
        join(thread);
    }

    private void lookingWith(UnendedSpans looking) {
        spans.install(new SpanOpener(spans.tracer(), true, new Failures(Set.of()),
                Observations.lookingFor(looking, new LostContexts(true))));
    }
}
