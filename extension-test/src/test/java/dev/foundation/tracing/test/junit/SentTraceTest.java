package dev.foundation.tracing.test.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTraceTest {

    @Test
    void aRequestThatIsInATraceContinuesItSampledOrNot() {
        String notSampled = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

        assertThat(SentTrace.continuing(notSampled))
                .isEqualTo(new SentTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", notSampled));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "nonsense", "00-0af7651916cd43dd8448eb211c80319c-b7ad-00" })
    void aRequestThatIsInNoTraceBeginsOne(String traceparent) {
        assertThat(SentTrace.continuing(traceparent).traceparent())
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01");
    }
}
