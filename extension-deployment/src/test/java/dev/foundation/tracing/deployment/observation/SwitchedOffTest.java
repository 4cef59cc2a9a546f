package dev.foundation.tracing.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.control.ObservedSpan;
import dev.foundation.tracing.control.SpanListener;
import dev.foundation.tracing.control.SpanNumbers;
import dev.foundation.tracing.control.SpanPointNumbers;
import io.quarkus.test.QuarkusUnitTest;

/** An application that asks for the beans can be built and started without the extension. */
class SwitchedOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class, Heard.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.foundation-tracing.enabled", "false");

    @Inject
    Shop shop;

    @Inject
    SpanNumbers numbers;

    @Inject
    Heard heard;

    @Test
    void nothingIsCountedNorTold() {
        shop.order("tea-01");

        assertThat(numbers.points()).extracting(SpanPointNumbers::name).doesNotContain("shop.order");
        assertThat(heard.spans).isZero();
    }

    @Singleton
    static class Heard implements SpanListener {

        int spans;

        @Override
        public void onStart(ObservedSpan span) {
            spans++;
        }
    }
}
