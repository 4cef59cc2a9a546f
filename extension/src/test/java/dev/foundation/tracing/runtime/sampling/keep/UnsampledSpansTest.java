package dev.foundation.tracing.runtime.sampling.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.KeepSettings;
import dev.foundation.tracing.runtime.sampling.TestClock;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;

class UnsampledSpansTest {

    private static final KeepSettings FAILED = new KeepSettings(true, null, 100, 1_000_000, Duration.ofSeconds(30));

    @Test
    void anExporterThatFailsDoesNotFailTheApplication() {
        HeldTraces held = new HeldTraces(FAILED, span -> {
            throw new AssertionError("full");
        }, new TestClock());
        held.change(FAILED, false);
        try (SdkTracerProvider provider = SdkTracerProvider.builder().setSampler(new HoldingAll(held))
                .addSpanProcessor(held.processor()).build()) {
            Span root = provider.get("test").spanBuilder("order.place").startSpan();
            root.setStatus(StatusCode.ERROR);

            assertThatCode(root::end).doesNotThrowAnyException();
            assertThat(held.figures().spansNow()).isZero();
        }
    }

    private record HoldingAll(HeldTraces held) implements Sampler {

        @Override
        public SamplingResult shouldSample(Context parent, String traceId, String name, SpanKind kind, Attributes attributes,
                List<LinkData> links) {
            assertThat(held.begin(traceId, null)).isTrue();
            return SamplingResult.recordOnly();
        }

        @Override
        public String getDescription() {
            return "holding all";
        }
    }
}
