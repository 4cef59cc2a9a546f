package dev.foundation.tracing.tracestore.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoDurationTest {

    @ParameterizedTest
    @CsvSource({ "0,0", "1ns,1", "100ms,100000000", "1.5s,1500000000", "1h30m,5400000000000", ".5us,500", "2µs,2000",
            "-1s,-1000000000", "1m0.000000001s,60000000001" })
    void isReadAsGoReadsIt(String text, long nanos) {
        assertThat(GoDuration.parseNanos(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "-", "ms", "1s x", "ten", ".s", "1..5s", "99999999999h", " 1s" })
    void nonsenseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parseNanos(text));
    }

    @Test
    void theMessageNamesAMissingUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parseNanos("10"))
                .withMessage("time: missing unit in duration \"10\"");
    }

    @Test
    void theMessageNamesAnUnknownUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> GoDuration.parseNanos("10d"))
                .withMessage("time: unknown unit \"d\" in duration \"10d\"");
    }
}
