package dev.foundation.tracing.runtime.sampling;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

class CoarseClockTest {

    private final TestClock exact = new TestClock();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final CoarseClock clock = new CoarseClock(exact, later::add);

    @Test
    void whoAsksNowAndThenGetsTheTimeAsItIs() {
        for (int i = 0; i < 10; i++) {
            exact.goOn(ofMillis(1));

            assertThat(clock.getAsLong()).isEqualTo(exact.getAsLong());
        }
        assertThat(later).isEmpty();
    }

    @Test
    void whoAsksOftenGetsTheTimeThatWasReadLastUntilItIsOld() {
        exact.goOn(ofNanos(1_000));
        long read = clock.getAsLong();

        exact.goOn(ofMillis(9));
        assertThat(clock.getAsLong()).isEqualTo(read);
        exact.goOn(ofMillis(1));
        becomesOld();
        assertThat(clock.getAsLong()).isEqualTo(exact.getAsLong());
    }

    @Test
    void ofSeveralReadersOneStartsTheTimer() {
        clock.getAsLong();
        clock.getAsLong();

        assertThat(later).hasSize(1);
    }

    @Test
    void afterASilenceTheTimeIsAsItIsAndNoTimerRuns() {
        clock.getAsLong();
        becomesOld();

        exact.goOn(ofHours(1));

        assertThat(clock.getAsLong()).isEqualTo(exact.getAsLong());
        assertThat(later).isEmpty();
    }

    @Test
    void withoutATimerItIsReadEachTime() {
        CoarseClock alone = new CoarseClock(exact, task -> {
            throw new RejectedExecutionException("the application is ending");
        });
        for (int i = 0; i < 3; i++) {
            exact.goOn(ofNanos(1_000));

            assertThat(alone.getAsLong()).isEqualTo(exact.getAsLong());
        }
    }

    @Test
    void thatOfTheSystemGoesOnHoweverOftenItIsAsked() {
        CoarseClock ofSystem = CoarseClock.ofSystem();
        long begun = ofSystem.getAsLong();

        await().pollDelay(ofNanos(1)).pollInterval(ofNanos(1)).atMost(ofSeconds(5))
                .until(() -> ofSystem.getAsLong() - begun > ofMillis(50).toNanos());
    }

    private void becomesOld() {
        later.remove().run();
    }
}
