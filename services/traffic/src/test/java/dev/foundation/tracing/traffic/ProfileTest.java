package dev.foundation.tracing.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @ParameterizedTest
    @ValueSource(longs = { 0, 22_000, 1_000_000 })
    void steadyTrafficIsAlwaysTheSame(long millis) {
        assertThat(Profile.STEADY.rateAfter(Duration.ofMillis(millis), Settings.usual())).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({ "0,5", "19999,5", "20000,50", "24999,50", "25000,5", "45000,50" })
    void aBurstIsTenTimesAsMuchAndComesAgainAndAgain(long millis, double rate) {
        assertThat(Profile.BURST.rateAfter(Duration.ofMillis(millis), Settings.usual())).isEqualTo(rate);
    }
}
