package dev.foundation.tracing.deployment.weaving;

import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.deployment.EndedSpans;
import io.quarkus.test.QuarkusUnitTest;

class SwitchedOffAtRunTimeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(WovenCode.class, WovenCode.Greeter.class, WovenCode.Handler.class,
                    WovenCode.UpperCase.class, WovenCode.Price.class, WovenCode.Level.class, EndedSpans.class))
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.active", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Test
    void everythingGivesTheSameResultsWithoutSpans() {
        int squared = withSpan("test.outer", () -> WovenCode.viaPrivateStatic(7));

        assertThat(squared).isEqualTo(49);
        assertThat(spans.all()).isEmpty();
    }
}
