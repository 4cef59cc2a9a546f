package dev.foundation.tracing.runtime.attributes;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.trace.TestSpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

class CardinalityGuardTest {

    private static final int MOST = 1_000;

    private final CardinalityGuard guard = new CardinalityGuard(MOST, Set.of("order.id"));

    @Test
    void anAttributeThatTakesTooManyValuesIsFound() {
        for (int i = 0; i < 2 * MOST; i++)
            see("order.place", "customer", "customer " + i);

        assertThat(guard.found()).containsExactly(new SpanAttribute("order.place", "customer"));
    }

    @Test
    void oneThatTakesTheSameValuesAgainIsNot() {
        for (int i = 0; i < 10 * MOST; i++)
            see("order.place", "customer", "customer " + i % (MOST / 2));

        assertThat(guard.found()).isEmpty();
    }

    @Test
    void spansOfEachNameAreCountedByThemselves() {
        for (int i = 0; i < MOST / 2; i++) {
            see("order.place", "customer", "customer " + i);
            see("order.cancel", "customer", "another " + i);
        }

        assertThat(guard.found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "order.id", "cache.key.hash", "url.full", "exception.message", "thread.id" })
    void whatMayTakeAsManyAsItLikesIsLeftAlone(String key) {
        for (int i = 0; i < 10 * MOST; i++)
            see("order.place", key, "value " + i);

        assertThat(guard.found()).isEmpty();
    }

    @Test
    void measurementsAreLeftAlone() {
        for (int i = 0; i < 10 * MOST; i++)
            guard.accept(span("order.place", Attributes.of(doubleKey("weight"), i / 7.0)));

        assertThat(guard.found()).isEmpty();
    }

    @Test
    void spansWithNamesThatAreMadeUpDoNotFillTheMemory() {
        CardinalityGuard large = new CardinalityGuard(1_000_000, Set.of());
        for (int i = 0; i < 1_000; i++)
            large.accept(span("order " + i, Attributes.of(stringKey("customer"), "ada")));

        assertThat(large.watched()).isLessThan(20);
    }

    @Test
    void zeroIsOff() {
        CardinalityGuard off = new CardinalityGuard(0, Set.of());
        off.accept(span("order.place", Attributes.of(stringKey("customer"), "ada")));

        assertThat(off.watched()).isZero();
    }

    private void see(String spanName, String key, String value) {
        guard.accept(span(spanName, Attributes.of(stringKey(key), value)));
    }

    private static TestSpanData span(String name, Attributes attributes) {
        return TestSpanData.builder().setName(name).setKind(SpanKind.INTERNAL).setStartEpochNanos(1).setEndEpochNanos(2)
                .setHasEnded(true).setStatus(StatusData.unset()).setAttributes(attributes).build();
    }
}
