package dev.foundation.tracing.numbers;

import static dev.foundation.tracing.Spans.batch;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.FileNotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.Observations;
import dev.foundation.tracing.RecordingSpans;
import dev.foundation.tracing.Spans;
import dev.foundation.tracing.control.SpanPointNumbers;
import dev.foundation.tracing.runtime.numbers.CountedSpans;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoints;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.smallrye.mutiny.Uni;

/** Each test has span names of its own, since numbers are of the whole process. */
class SpanNumbersTest {

    private static final Span UNSAMPLED = Span.wrap(SpanContext.create("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331",
            TraceFlags.getDefault(), TraceState.getDefault()));

    @RegisterExtension
    final RecordingSpans spans = new RecordingSpans();

    @Test
    void aSpanThatIsOpenHasStartedAndNotEnded() {
        try (ActiveSpan span = startSpan("numbers.open")) {
            assertThat(numbers("numbers.open").started()).isEqualTo(1);
            assertThat(numbers("numbers.open").open()).isEqualTo(1);
        }

        assertThat(numbers("numbers.open").ended()).isEqualTo(1);
        assertThat(numbers("numbers.open").open()).isZero();
    }

    @Test
    void whatIsClosedTwiceEndsOnce() {
        ActiveSpan span = startSpan("numbers.twice");
        span.close();
        span.close();

        assertThat(numbers("numbers.twice").ended()).isEqualTo(1);
    }

    @Test
    void durationsAreThoseOfTheSpans() {
        withSpan("numbers.duration", () -> "first");
        withSpan("numbers.duration", () -> List.of(new byte[1_000]).hashCode());

        List<Duration> durations = spans.ended().stream().map(SpanNumbersTest::duration).toList();
        assertThat(numbers("numbers.duration").total()).isEqualTo(durations.get(0).plus(durations.get(1)));
        assertThat(numbers("numbers.duration").worst())
                .isEqualTo(durations.stream().max(Duration::compareTo).orElseThrow());
        assertThat(numbers("numbers.duration").mean()).isEqualTo(numbers("numbers.duration").total().dividedBy(2));
    }

    @Test
    void whatIsThrownIsAFailureUnlessItIsExpected() {
        assertThatThrownBy(() -> withSpan("numbers.thrown", () -> {
            throw new IllegalStateException();
        })).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> withSpan("numbers.thrown", () -> {
            throw new FileNotFoundException();
        })).isInstanceOf(FileNotFoundException.class);

        assertThat(numbers("numbers.thrown").ended()).isEqualTo(2);
        assertThat(numbers("numbers.thrown").failed()).isEqualTo(1);
    }

    @Test
    void aSpanThatSaysItSucceededHasNotFailed() {
        try (ActiveSpan span = startSpan("numbers.succeeded")) {
            span.succeed();
            span.fail("too late");
        }

        assertThat(numbers("numbers.succeeded").failed()).isZero();
    }

    @Test
    void aSpanEndsWhenItsResultIsThere() {
        CompletableFuture<String> result = new CompletableFuture<>();
        withSpan("numbers.later", () -> result);
        assertThat(numbers("numbers.later").open()).isEqualTo(1);

        result.completeExceptionally(new IllegalStateException());

        assertThat(numbers("numbers.later").ended()).isEqualTo(1);
        assertThat(numbers("numbers.later").failed()).isEqualTo(1);
    }

    @Test
    void eachSubscriptionIsASpanThatCounts() {
        Uni<String> price = withSpan("numbers.subscribed", () -> Uni.createFrom().item("12.40"));
        price.await().indefinitely();
        price.await().indefinitely();

        assertThat(numbers("numbers.subscribed").started()).isEqualTo(2);
        assertThat(numbers("numbers.subscribed").ended()).isEqualTo(2);
    }

    @Test
    void belowASpanThatIsNotSampledItIsDropped() {
        try (Scope ignored = UNSAMPLED.makeCurrent()) {
            withSpan("numbers.below", () -> "nothing");
            Spans.<String, String, RuntimeException> cacheAside("numbers", "key", key -> "hit", key -> "", (key, value) -> {
            });
        }

        assertThat(numbers("numbers.below")).isEqualTo(dropped("numbers.below", ""));
        assertThat(numbers("cache.get", "cache numbers")).isEqualTo(dropped("cache.get", "cache numbers"));
    }

    @Test
    void aRootThatTheSamplerRefusesIsDroppedAndSoIsWhatIsInside() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().setSampler(Sampler.parentBased(Sampler.alwaysOff()))
                .build()) {
            spans.install(new SpanOpener(provider.get("test"), true, new Failures(Set.of()), Observations.plain()));
            withSpan("numbers.refused", () -> withSpan("numbers.refused", () -> "nothing"));
        }

        assertThat(numbers("numbers.refused").droppedBySampling()).isEqualTo(2);
        assertThat(numbers("numbers.refused").started()).isZero();
        assertThat(numbers("numbers.refused").ended()).isZero();
    }

    @Test
    void aSpanHasEndedThoughAProcessorOfItsEndFailed() {
        SpanProcessor failing = new SpanProcessor() {
            @Override
            public void onStart(Context parent, ReadWriteSpan span) {
                // only the end matters
            }

            @Override
            public boolean isStartRequired() {
                return false;
            }

            @Override
            public void onEnd(ReadableSpan span) {
                throw new IllegalStateException("a processor of the application");
            }

            @Override
            public boolean isEndRequired() {
                return true;
            }
        };
        try (SdkTracerProvider provider = SdkTracerProvider.builder().addSpanProcessor(failing).build()) {
            spans.install(new SpanOpener(provider.get("test"), true, new Failures(Set.of()), Observations.plain()));
            withSpan("numbers.unprocessed", () -> "done");
        }

        assertThat(numbers("numbers.unprocessed").ended()).isEqualTo(1);
    }

    @Test
    void whatIsSwitchedOffCountsNothing() {
        SpanPoints.named("numbers.off").turn(false);

        withSpan("numbers.off", () -> "nothing");

        assertThat(numbers("numbers.off").started()).isZero();
        assertThat(numbers("numbers.off").droppedBySampling()).isZero();
    }

    @Test
    void ofTheItemsBeyondABatchsLimitThoseCountThatHaveASpan() {
        batch("numbers.batch", List.of(1, 2, 3, 4)).summarisedOver(1).each(item -> {
            if (item == 3)
                throw new IllegalStateException();
            return item;
        });

        SpanPointNumbers items = numbers("numbers.batch.item");
        assertThat(items.started()).isEqualTo(2);
        assertThat(items.ended()).isEqualTo(2);
        assertThat(items.failed()).isEqualTo(1);
        assertThat(items.total()).isEqualTo(spans.ended().stream().filter(span -> span.getName().equals("numbers.batch.item"))
                .map(SpanNumbersTest::duration).reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void noCountIsLostBetweenThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int thread = 0; thread < 4; thread++)
            threads.execute(() -> {
                for (int i = 0; i < 1_000; i++) {
                    ActiveSpan span = startSpan("numbers.threads");
                    CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(span::close, threads);
                    span.close();
                    assertThat(elsewhere).isNotNull();
                }
            });
        assertThat(threads.awaitTermination(0, TimeUnit.SECONDS)).isFalse();
        await().until(() -> numbers("numbers.threads").ended() == 4_000);
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(numbers("numbers.threads").started()).isEqualTo(4_000);
        assertThat(numbers("numbers.threads").ended()).isEqualTo(4_000);
    }

    private static SpanPointNumbers dropped(String name, String place) {
        return new SpanPointNumbers(name, place, 0, 0, 0, 1, Duration.ZERO, Duration.ZERO);
    }

    private static Duration duration(SpanData span) {
        return Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos());
    }

    private static SpanPointNumbers numbers(String name) {
        return numbers(name, "");
    }

    private static SpanPointNumbers numbers(String name, String place) {
        return new CountedSpans().points().stream()
                .filter(numbers -> numbers.name().equals(name) && numbers.place().equals(place)).findFirst().orElseThrow();
    }
}
