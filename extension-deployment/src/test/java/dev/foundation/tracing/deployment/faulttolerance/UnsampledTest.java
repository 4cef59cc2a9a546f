package dev.foundation.tracing.deployment.faulttolerance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.quarkus.test.QuarkusUnitTest;

class UnsampledTest {

    private static final SpanContext UNSAMPLED = SpanContext.createFromRemoteParent("0af7651916cd43dd8448eb211c80319c",
            "b7ad6b7169203331", TraceFlags.getDefault(), TraceState.getDefault());

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Blocking.class, EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    EndedSpans spans;

    @Inject
    Blocking bean;

    @BeforeEach
    void forget() {
        spans.forget();
        bean.failures.set(2);
    }

    @Test
    void belowAParentThatIsNotSampledNothingIsMadeAndTheParentStaysCurrent() {
        try (Scope ignored = Span.wrap(UNSAMPLED).makeCurrent()) {
            assertThat(bean.traced()).isEqualTo("done");
            assertThat(bean.retried()).isEqualTo("done");
            assertThat(Spans.currentSpan().getSpanContext()).isEqualTo(UNSAMPLED);
        }

        assertThat(spans.all()).isEmpty();
    }
}
