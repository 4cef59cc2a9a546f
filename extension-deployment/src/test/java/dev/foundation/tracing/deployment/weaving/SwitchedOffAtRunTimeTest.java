package dev.foundation.tracing.deployment.weaving;

import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.currentTraceId;
import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.traceHeaders;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
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

    @Inject
    OpenTelemetry openTelemetry;

    @BeforeEach
    void forget() {
        spans.forget();
    }

    @Test
    void everythingGivesTheSameResultsWithoutSpans() {
        int squared = withSpan("test.outer", () -> WovenCode.viaPrivateStatic(7));

        assertThat(squared).isEqualTo(49);
        assertThat(spans.all()).isEmpty();
    }

    @Test
    void theTraceOfOthersIsStillCarriedElsewhere() {
        Span theirs = openTelemetry.getTracer("theirs").spanBuilder("theirs").startSpan();
        try (Scope ignored = theirs.makeCurrent()) {
            PropagatedContext context = PropagatedContext.fromHeaders(propagateContext().toHeaders());

            assertThat(context.span().getSpanId()).isEqualTo(theirs.getSpanContext().getSpanId());
            assertThat(traceHeaders()).containsEntry("x-trace-id", theirs.getSpanContext().getTraceId());
            assertThat(currentTraceId()).contains(theirs.getSpanContext().getTraceId());
            assertThat(withPropagatedContext(context, () -> currentSpan().getSpanContext().getSpanId()))
                    .isEqualTo(theirs.getSpanContext().getSpanId());
        } finally {
            theirs.end();
        }
    }
}
