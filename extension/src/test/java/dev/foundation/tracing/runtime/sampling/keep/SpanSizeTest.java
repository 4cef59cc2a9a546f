package dev.foundation.tracing.runtime.sampling.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

class SpanSizeTest {

    private static final String LONG = "x".repeat(10_000);

    @Test
    void allTextsThatCanBeLongAreCounted() {
        assertThat(sizeOf(span -> span.updateName(LONG))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.setStatus(StatusCode.ERROR, LONG))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.setAttribute("key", LONG))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.setAttribute(LONG, "value"))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.setAttribute(LONG, 7))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.setAttribute(AttributeKey.stringArrayKey("key"), List.of(LONG)))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.addEvent(LONG))).isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.addEvent("event", Attributes.of(AttributeKey.stringKey("key"), LONG))))
                .isGreaterThan(10_000);
        assertThat(sizeOf(span -> span.addLink(other(), Attributes.of(AttributeKey.stringKey("key"), LONG))))
                .isGreaterThan(10_000);
    }

    private static SpanContext other() {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            return provider.get("test").spanBuilder("other").startSpan().getSpanContext();
        }
    }

    private static long sizeOf(Consumer<Span> change) {
        try (SdkTracerProvider provider = SdkTracerProvider.builder().build()) {
            Span span = provider.get("test").spanBuilder("span").startSpan();
            change.accept(span);
            span.end();
            return SpanSize.of((ReadableSpan) span);
        }
    }
}
