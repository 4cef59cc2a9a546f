package dev.foundation.tracing.runtime.sampling;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** A load by a clock that the test moves, with trace ids as random as real ones, but the same in each run. */
class AdaptiveRateTest {

    private static final int TARGET = 20;

    private long arrived;
    private final TestClock clock = new TestClock();
    private final Random random = new Random(7);
    private final AdaptiveRate rate = new AdaptiveRate(TARGET, clock, () -> arrived);

    @Test
    void aSteadyLoadIsKeptAtTheTarget() {
        settle(1_000);

        assertThat(averageOf(30, 1_000)).isCloseTo(TARGET, within(2.0));
    }

    @Test
    void aLoadThatGrowsTenfoldSettlesAtTheTargetWithinFiveSeconds() {
        settle(1_000);

        IntStream.range(0, 5).forEach(second -> keptInASecondOf(10_000));

        assertThat(averageOf(30, 10_000)).isCloseTo(TARGET, within(2.0));
    }

    @Test
    void aLoadThatFallsToATenthSettlesAtTheTargetWithinFiveSeconds() {
        settle(10_000);

        IntStream.range(0, 5).forEach(second -> keptInASecondOf(1_000));

        assertThat(averageOf(30, 1_000)).isCloseTo(TARGET, within(2.0));
    }

    @Test
    void whileItSettlesItIsNeverMoreThanThreeTimesTheTarget() {
        assertThat(keptInASecondOf(100_000)).isLessThanOrEqualTo(3 * TARGET);
        settle(100);
        for (int load : new int[] { 1_000, 10_000, 100, 100_000, 10 })
            for (int second = 0; second < 5; second++)
                assertThat(keptInASecondOf(load)).as("of %d a second", load).isLessThanOrEqualTo(3 * TARGET);
    }

    @Test
    void whatIsKeptIsChosenByItsTraceIdAndNotByWhenItCame() {
        settle(10_000);
        for (int i = 0; i < 10_000; i++) {
            clock.goOn(ofNanos(100_000));
            String traceId = randomTraceId();
            if (keeps(traceId))
                assertThat(OpenTelemetrys.ratioKeeps(3 * TARGET / 10_000.0, traceId)).isTrue();
        }
    }

    @Test
    void allIsKeptOfALoadBelowTheTarget() {
        settle(1_000);
        settle(TARGET / 2);

        assertThat(averageOf(10, TARGET / 2)).isEqualTo(TARGET / 2);
    }

    @Test
    void afterAnHourOfSilenceTheFirstAreKept() {
        settle(10_000);
        clock.goOn(ofMinutes(60));

        assertThat(keptInASecondOf(TARGET)).isGreaterThan(TARGET / 2);
    }

    @Test
    void inTheLongRunItIsNoMoreThanTheTarget() {
        double kept = 0;
        for (int second = 0; second < 300; second++)
            kept += keptInASecondOf(random.nextBoolean() ? 100 : 1_000);

        assertThat(kept / 300).isLessThanOrEqualTo(TARGET + 0.2).isGreaterThan(TARGET / 2.0);
    }

    private void settle(int perSecond) {
        for (int second = 0; second < 10; second++)
            keptInASecondOf(perSecond);
    }

    private double averageOf(int seconds, int perSecond) {
        return IntStream.range(0, seconds).map(second -> keptInASecondOf(perSecond)).average().orElseThrow();
    }

    private int keptInASecondOf(int arriving) {
        int kept = 0;
        for (int i = 0; i < arriving; i++) {
            clock.goOn(ofNanos(1_000_000_000L / arriving));
            if (keeps(randomTraceId()))
                kept++;
        }
        return kept;
    }

    private boolean keeps(String traceId) {
        boolean kept = rate.keeps(traceId);
        arrived++;
        return kept;
    }

    private String randomTraceId() {
        return String.format("%016x%016x", random.nextLong(), random.nextLong());
    }
}
