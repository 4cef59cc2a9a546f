package dev.foundation.tracing.runtime.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdRatioTest {

    @ParameterizedTest
    @ValueSource(doubles = { 0, 1e-9, 0.001, 0.05, 0.0625, 0.1, 0.125, 0.126, 0.5, 0.9, 1 })
    void theSameAreKeptAsByOpenTelemetrysSampler(double kept) {
        TraceIdRatio ratio = new TraceIdRatio(kept);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            String traceId = String.format("%016x%016x", random.nextLong(), random.nextLong() >> random.nextInt(8));

            assertThat(ratio.keeps(traceId)).as(traceId).isEqualTo(OpenTelemetrys.ratioKeeps(kept, traceId));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "0000000000000000", "0fffffffffffffff", "1000000000000000", "7fffffffffffffff", "8000000000000000",
            "efffffffffffffff", "f000000000000000", "f000000000000001", "ffffffffffffffff" })
    void soAreThoseNextToWhatItTellsApart(String secondHalf) {
        String traceId = "0af7651916cd43dd" + secondHalf;
        for (double kept : new double[] { 0, 0.0625, 0.125, 0.126, 1 })
            assertThat(new TraceIdRatio(kept).keeps(traceId)).as("%s of %s", kept, traceId)
                    .isEqualTo(OpenTelemetrys.ratioKeeps(kept, traceId));
    }
}
