package dev.foundation.tracing.runtime.span;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class EventIntervalsTest {

    private static final long BEFORE_THE_CLOCK_RUNS_OVER = Long.MAX_VALUE - 1;

    private final AtomicLong nanos = new AtomicLong(BEFORE_THE_CLOCK_RUNS_OVER);
    private final EventIntervals intervals = new EventIntervals(nanos::get);

    @Test
    void anEventIsDueOnceTheIntervalIsOver() {
        assertThat(intervals.due("queue.full", ofSeconds(10))).isZero();
        pass(ofSeconds(10).minusNanos(1));
        assertThat(intervals.due("queue.full", ofSeconds(10))).isEqualTo(EventIntervals.NOT_DUE);
        pass(Duration.ofNanos(1));
        assertThat(intervals.due("queue.full", ofSeconds(10))).isEqualTo(1);
        assertThat(intervals.due("queue.full", ofSeconds(10))).isEqualTo(EventIntervals.NOT_DUE);
    }

    @Test
    void namesThatAreMadeUpShareATurnBeyondABound() {
        for (int i = 0; i < 1_000; i++)
            assertThat(intervals.due("made.up_" + i, ofSeconds(10))).isZero();

        assertThat(intervals.due("made.up_1000", ofSeconds(10))).isZero();
        assertThat(intervals.due("made.up_1001", ofSeconds(10))).isEqualTo(EventIntervals.NOT_DUE);
    }

    @Test
    void ofManyThreadsOneIsDueAndAllOthersAreCounted() throws InterruptedException {
        AtomicInteger due = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 1_000; i++)
            threads.execute(() -> {
                if (intervals.due("queue.full", ofSeconds(10)) != EventIntervals.NOT_DUE)
                    due.incrementAndGet();
            });
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(due).hasValue(1);
        pass(ofSeconds(10));
        assertThat(intervals.due("queue.full", ofSeconds(10))).isEqualTo(999);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
