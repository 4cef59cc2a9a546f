package dev.foundation.tracing.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.SpanNumbers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;

class NumbersWithoutMetricsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.foundation-tracing.numbers.metrics", "false");

    @Inject
    Shop shop;

    @Inject
    SpanNumbers numbers;

    @Inject
    MeterRegistry registry;

    @Test
    void spansAreCountedWithoutBeingMetrics() {
        shop.order("tea-01");

        assertThat(numbers.points()).anyMatch(point -> point.name().equals("shop.order") && point.ended() == 1);
        assertThat(registry.getMeters()).noneMatch(meter -> meter.getId().getName().startsWith("foundation.tracing.span"));
    }
}
