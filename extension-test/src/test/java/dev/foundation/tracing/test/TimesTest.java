package dev.foundation.tracing.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({ "0, 0.00 ms", "850, 0.00 ms", "123456, 0.12 ms", "9994999, 9.99 ms", "9999999, 10.0 ms", "84200000, 84.2 ms",
            "140000000, 140 ms", "999600000, 1.00 s", "12340000000, 12.3 s" })
    void durationsHaveThreeDigits(long nanos, String expected) {
        assertThat(Times.format(nanos)).isEqualTo(expected);
    }
}
