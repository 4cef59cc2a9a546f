package dev.foundation.tracing.runtime.sampling.keep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

class SpanIdsTest {

    private final SpanIds ids = new SpanIds();

    @Test
    void eachIdIsFoundHoweverManyThereAre() {
        for (int i = 1; i <= 100; i++)
            ids.add(span(-i), 1_000);

        for (int i = 1; i <= 100; i++)
            assertThat(ids.contains(span(-i))).isTrue();
        assertThat(ids.contains(span(1))).isFalse();
    }

    @Test
    void noMoreAreRememberedThanAllowed() {
        for (int i = 1; i <= 100; i++)
            ids.add(span(i), 5);

        assertThat(ids.contains(span(5))).isTrue();
        assertThat(ids.contains(span(6))).isFalse();
    }

    private static SpanContext span(long id) {
        return SpanContext.create("0af7651916cd43dd8448eb211c80319c", "%016x".formatted(id), TraceFlags.getDefault(),
                TraceState.getDefault());
    }
}
