package dev.foundation.tracing.test.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentTraceTest {

    @Test
    void aRequestThatIsInATraceContinuesIt() {
        SentTrace sent = SentTrace.continuing("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00");

        assertThat(sent).isEqualTo(new SentTrace("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "nonsense", "00-0af7651916cd43dd8448eb211c80319c-b7ad-00" })
    void aRequestThatIsInNoTraceBeginsOne(String traceparent) {
        assertThat(SentTrace.continuing(traceparent).traceparent())
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01");
    }
}
