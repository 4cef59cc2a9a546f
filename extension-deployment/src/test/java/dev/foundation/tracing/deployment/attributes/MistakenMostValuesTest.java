package dev.foundation.tracing.deployment.attributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.quarkus.test.QuarkusUnitTest;

class MistakenMostValuesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.attributes.most-values", "-1")
            .assertException(MistakenMostValuesTest::saysWhichAreAllowed);

    @Test
    void anApplicationDoesNotStart() {
        fail("the application must not start");
    }

    private static void saysWhichAreAllowed(Throwable failure) {
        assertThat(failure).hasMessage("quarkus.foundation-tracing.attributes.most-values=-1 is not between 0, which "
                + "watches nothing, and 4000000");
    }
}
