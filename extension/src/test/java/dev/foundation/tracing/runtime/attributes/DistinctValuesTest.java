package dev.foundation.tracing.runtime.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.UUID;
import java.util.function.IntFunction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctValuesTest {

    @ParameterizedTest
    @ValueSource(ints = { 100, 1_000, 10_000, 100_000 })
    void idsAreCountedWithinAFewPercent(int values) {
        assertThat(counted(values, i -> new UUID(i * 0x9e3779b97f4a7c15L, i).toString())).isCloseTo(values,
                withinPercentage(10));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1_000, 10_000 })
    void numbersThatFollowEachOtherAreToo(int values) {
        assertThat(counted(values, i -> (long) i)).isCloseTo(values, withinPercentage(10));
    }

    @ParameterizedTest
    @ValueSource(ints = { 1_000, 10_000 })
    void textsThatFollowEachOtherAreToo(int values) {
        assertThat(counted(values, i -> "customer-" + i)).isCloseTo(values, withinPercentage(10));
    }

    private static long counted(int values, IntFunction<Object> value) {
        DistinctValues distinct = new DistinctValues(values);
        for (int turn = 0; turn < 2; turn++) {
            for (int i = 0; i < values; i++)
                distinct.add(value.apply(i));
        }
        return distinct.estimate();
    }
}
