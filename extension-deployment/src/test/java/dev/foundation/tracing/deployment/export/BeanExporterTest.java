package dev.foundation.tracing.deployment.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.QuarkusUnitTest;

/** An application that brings its own exporter, which takes the place of Quarkus's. */
class BeanExporterTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Exports.class, OwnExporter.class))
            .overrideRuntimeConfigKey("quarkus.otel.bsp.schedule.delay", "20ms");

    @Inject
    Exports exports;

    @Inject
    InMemorySpanExporter exporter;

    @Inject
    MeterRegistry registry;

    @Test
    void itsExportsAreCountedToo() {
        exports.make(3);

        await().until(() -> exports.report().made() >= 3 && exports.report().waiting() == 0);
        assertThat(exporter.getFinishedSpanItems()).hasSize((int) exports.report().exported());
        assertThat(exports.report().target().toString()).isEqualTo("InMemorySpanExporter");
        Exports.addUp(exports.report());
    }

    @Test
    void theNumbersAreMetrics() {
        exports.make(2);
        Exports.addUp(exports.settled());

        assertThat(counter("made")).isEqualTo(exports.report().made()).isPositive();
        assertThat(counter("exported")).isEqualTo(exports.report().exported());
        assertThat(registry.get("foundation.tracing.spans.dropped").tag("reason", "queue_full").functionCounter().count())
                .isZero();
    }

    private long counter(String name) {
        return (long) registry.get("foundation.tracing.spans." + name).functionCounter().count();
    }

    @Singleton
    static class OwnExporter {

        @Produces
        @Singleton
        @Unremovable
        InMemorySpanExporter exporter() {
            return InMemorySpanExporter.create();
        }
    }
}
