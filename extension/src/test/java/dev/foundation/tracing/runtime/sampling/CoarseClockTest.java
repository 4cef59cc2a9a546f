package dev.foundation.tracing.runtime.sampling;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CoarseClockTest {

    private final TestClock exact = new TestClock();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final CoarseClock clock = new CoarseClock(exact, new AtomicBoolean(true), later::add);

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

    @ParameterizedTest
    @MethodSource
    void withoutATimerItIsReadEachTime(Throwable noTimer) {
        AtomicInteger tried = new AtomicInteger();
        CoarseClock alone = new CoarseClock(exact, new AtomicBoolean(true), task -> {
            tried.incrementAndGet();
            sneakyThrow(noTimer);
        });
        for (int i = 0; i < 3; i++) {
            exact.goOn(ofNanos(1_000));

            assertThat(alone.getAsLong()).isEqualTo(exact.getAsLong());
        }
        assertThat(tried).hasValue(1);
        exact.goOn(ofSeconds(1));
        alone.getAsLong();
        alone.getAsLong();
        assertThat(tried).hasValue(2);
    }

    static Stream<Throwable> withoutATimerItIsReadEachTime() {
        return Stream.of(new RejectedExecutionException("the application is ending"),
                new OutOfMemoryError("unable to create native thread"));
    }

    @Test
    void itIsReadAgainWhenTheTimersThreadHasDied() throws InterruptedException {
        AtomicBoolean due = new AtomicBoolean();
        Thread timer = CoarseClock.timerThread(() -> {
            throw new IllegalStateException("no memory");
        }, due);
        timer.setUncaughtExceptionHandler((thread, thrown) -> {
        });

        timer.start();
        timer.join();

        assertThat(due).isTrue();
    }

    @Test
    void aReaderThatIsLateDoesNotPutItBack() {
        exact.goOn(ofMillis(1));
        long late = exact.getAsLong();
        CoarseClock raced = new CoarseClock(exact, new AtomicBoolean(true), later::add);
        exact.goOn(ofNanos(1_000));
        long read = raced.getAsLong();

        exact.goOn(ofNanos(late - read));
        becomesOld();
        raced.getAsLong();

        assertThat(raced.getAsLong()).isEqualTo(read);
    }

    @Test
    void thatOfTheSystemGoesOnHoweverOftenItIsAsked() {
        CoarseClock ofSystem = CoarseClock.ofSystem();
        long begun = System.nanoTime();
        long asked = 0;
        Set<Long> times = new HashSet<>();
        while (times.size() < 5 && System.nanoTime() - begun < ofSeconds(10).toNanos()) {
            times.add(ofSystem.getAsLong());
            asked++;
        }

        assertThat(times).hasSize(5);
        assertThat(asked).isGreaterThan(times.size());
    }

    @SuppressWarnings("unchecked")
    private static <X extends Throwable> void sneakyThrow(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private void becomesOld() {
        later.remove().run();
    }
}
