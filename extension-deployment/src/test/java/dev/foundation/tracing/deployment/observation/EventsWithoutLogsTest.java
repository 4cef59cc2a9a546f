package dev.foundation.tracing.deployment.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class EventsWithoutLogsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Shop.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.foundation-tracing.events", "both")
            .assertException(thrown -> assertThat(thrown).hasStackTraceContaining("quarkus.foundation-tracing.events=both")
                    .hasStackTraceContaining("quarkus.otel.logs.enabled=true"));

    @Test
    void theStartStopsAndSaysWhatToDo() {
        fail("the application started");
    }
}
