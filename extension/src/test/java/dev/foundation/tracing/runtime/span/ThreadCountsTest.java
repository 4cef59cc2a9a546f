package dev.foundation.tracing.runtime.span;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

class ThreadCountsTest {

    private static final int PLACES = ThreadPlaces.count();
    private static final int COUNT = 0;
    private static final int HIGHEST = 1;
    private static final int SUM = 2;

    private final ThreadCounts counts = new ThreadCounts(3);

    @Test
    void twoThreadsInOnePlaceLoseNothing() throws InterruptedException {
        CountDownLatch both = new CountDownLatch(2);
        Thread first = new Thread(() -> count(both, 1));
        Thread second = new Thread(() -> count(both, 2));
        while (second.getId() % PLACES != first.getId() % PLACES)
            second = new Thread(() -> count(both, 2));

        first.start();
        second.start();
        first.join();
        second.join();

        assertThat(counts.sum(COUNT)).isEqualTo(20_000_000);
        assertThat(counts.sum(SUM)).isEqualTo(40_000_000);
        assertThat(counts.highest(HIGHEST)).isEqualTo(2);
    }

    private void count(CountDownLatch both, int highest) {
        both.countDown();
        awaitUninterruptibly(both);
        for (int times = 0; times < 10_000_000; times++)
            counts.add(COUNT, 1, SUM, 2);
        counts.raise(HIGHEST, highest);
        counts.raise(HIGHEST, 0);
    }

    @Test
    void aThreadCountsOnWhereItLeftOff() {
        counts.add(COUNT, 3);
        counts.add(COUNT, 4);

        assertThat(counts.sum(COUNT)).isEqualTo(7);
        assertThat(counts.sum(SUM)).isZero();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
