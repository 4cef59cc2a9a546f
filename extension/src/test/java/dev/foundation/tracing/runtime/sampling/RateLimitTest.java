package dev.foundation.tracing.runtime.sampling;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.SamplingRule;

class RateLimitTest {

    private final TestClock clock = new TestClock();

    @Test
    void aBurstIsKeptAtOnceAndNoMore() {
        assertThat(keptOf(100, new RateLimit(2, 5, clock))).isEqualTo(5);
    }

    @Test
    void thenSoManyEachSecond() {
        RateLimit limit = new RateLimit(2, 5, clock);
        keptOf(100, limit);

        clock.goOn(ofSeconds(1));
        assertThat(keptOf(100, limit)).isEqualTo(2);
        clock.goOn(ofMillis(499));
        assertThat(keptOf(100, limit)).isZero();
        clock.goOn(ofMillis(1));
        assertThat(keptOf(100, limit)).isEqualTo(1);
    }

    @Test
    void aLongPauseFillsTheBucketAndNoMore() {
        RateLimit limit = new RateLimit(2, 5, clock);
        keptOf(100, limit);

        clock.goOn(ofHours(100));

        assertThat(keptOf(100, limit)).isEqualTo(5);
    }

    @Test
    void lessThanOneInASecondIsARateToo() {
        RateLimit limit = new RateLimit(0.1, 1, clock);
        int kept = 0;
        for (int second = 0; second < 100; second++) {
            kept += keptOf(10, limit);
            clock.goOn(ofSeconds(1));
        }

        assertThat(kept).isEqualTo(10);
    }

    @Test
    void manyThreadsTogetherTakeNoMoreThanThereIs() throws Exception {
        RateLimit limit = new RateLimit(1, 1_000, clock);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Integer>> tasks = Stream.generate(() -> (Callable<Integer>) () -> keptOf(1_000, limit)).limit(4)
                    .toList();
            int kept = 0;
            for (var task : threads.invokeAll(tasks))
                kept += task.get();

            assertThat(kept).isEqualTo(1_000);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aShortBurstLosesNothingThoughMuchIsDecided() {
        long standingStill = clock.getAsLong();
        Decision limit = Decision.of(SamplingRule.forSpans("*").rateLimited(500, 1), new Clocks(clock, () -> standingStill),
                () -> 0);
        int kept = 0;
        for (int millis = 0; millis < 1_000; millis++) {
            clock.goOn(ofMillis(1));
            kept += keptOf(10, limit);
        }

        assertThat(kept).isEqualTo(500);
    }

    @Test
    void byAClockThatStandsStillNowAndThenThereAreAsManyEachSecond() {
        TestClock coarse = new TestClock();
        Decision limit = Decision.of(SamplingRule.forSpans("*").rateLimited(500, 500), new Clocks(clock, coarse), () -> 0);
        keptOf(10_000, limit);
        int kept = 0;
        for (int tick = 0; tick < 100; tick++) {
            coarse.goOn(ofMillis(10));
            kept += keptOf(100, limit);
        }

        assertThat(kept).isEqualTo(500);
    }

    private static int keptOf(int arriving, Decision limit) {
        return (int) IntStream.range(0, arriving).filter(i -> limit.keeps("")).count();
    }
}
