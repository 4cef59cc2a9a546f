package dev.foundation.tracing.runtime.span;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.SpanOptions;
import io.opentelemetry.api.trace.SpanKind;

class SpanPointsTest {

    private static final SpanOptions CLIENT = SpanOptions.ofKind(SpanKind.CLIENT);

    private final SpanPoints points = new SpanPoints(10);

    @Test
    void aNameHasOnePoint() {
        assertThat(points.by("order.place")).isSameAs(points.by("order.place"));
    }

    @Test
    void twoPlacesOfOneNameAreTwoPoints() {
        assertThat(points.by("Shop.order", "order.place", CLIENT))
                .isSameAs(points.by("Shop.order", "order.place", CLIENT))
                .isNotSameAs(points.by("Shop.reorder", "order.place", CLIENT));
    }

    @Test
    void aPlaceThatWasLoadedAnewWithOtherOptionsIsAPointOfItsOwn() {
        SpanPoint before = points.by("Shop.order", "order.place", CLIENT);
        SpanPoint after = points.by("Shop.order", "order.place", SpanOptions.ofRoot());

        assertThat(after.options().root()).isTrue();
        assertThat(points.points()).containsExactly(after).doesNotContain(before);
    }

    @Test
    void namesThatAreMadeUpTakeNoMemoryBeyondABound() {
        for (int i = 0; i < 100; i++)
            points.by("made.up_" + i);

        assertThat(points.points()).hasSize(10);
        assertThat(points.by("made.up_100").name()).isEqualTo("made.up_100");
    }

    @Test
    void pointsThatAreKnownAndThoseToComeAreSwitchedOffByName() {
        SpanPoints points = new SpanPoints(2);
        SpanPoint known = points.by("cache.get");
        points.turnOff(name -> name.startsWith("cache."));

        assertThat(known.isOn()).isFalse();
        assertThat(points.by("cache.put").isOn()).isFalse();
        assertThat(points.by("cache.beyond").isOn()).isFalse();
        assertThat(points.by("somewhere", "cache.fetch", known.options()).isOn()).isFalse();
        assertThat(points.by("order.place").isOn()).isTrue();

        points.turnOff(name -> false);
        assertThat(known.isOn()).isTrue();
    }
}
