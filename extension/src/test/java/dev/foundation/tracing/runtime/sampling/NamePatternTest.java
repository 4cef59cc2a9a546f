package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({ "order.place, order.place", "order.*, order.place", "*.place, order.place", "*, anything", "*, ''",
            "o*r.*e, order.place", "**, x", "a*b*c, a-b-b-c" })
    void aNameMatches(String pattern, String name) {
        assertThat(new NamePattern(pattern).matches(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({ "order.place, order.placed", "order.place, order.plac", "order.*, orders.place", "*.place, order.place.x",
            "a*b*c, a-c-b", "order?place, order.place", "'', x" })
    void anotherNameDoesNot(String pattern, String name) {
        assertThat(new NamePattern(pattern).matches(name)).isFalse();
    }

    @Test
    void aNameThatNearlyMatchesInManyWaysIsNoTrouble() {
        assertThat(new NamePattern("*a*a*a*a*a*b").matches("a".repeat(5_000))).isFalse();
    }
}
