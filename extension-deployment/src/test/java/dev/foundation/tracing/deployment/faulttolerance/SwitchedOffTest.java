package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.QuarkusUnitTest;

class SwitchedOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Blocking.class, EndedSpans.class))
            .overrideConfigKey("quarkus.foundation-tracing.fault-tolerance.enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Blocking bean;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void aGuardedCallHasNoSpanOfItsOwn() {
        assertThat(bean.retried()).isEqualTo("done");

        assertThat(spans.all()).isEmpty();
    }

    @Test
    void aTracedOneHasThatAlone() {
        bean.failures.set(1);
        bean.traced();

        assertThat(spans.all()).extracting(SpanData::getName).containsExactly("order.pay");
    }
}
