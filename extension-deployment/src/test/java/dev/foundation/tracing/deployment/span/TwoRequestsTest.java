package dev.foundation.tracing.deployment.span;

import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.startSpan;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.ActiveSpan;
import io.quarkus.test.QuarkusUnitTest;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** Two requests take turns on one thread, as on an event loop. */
class TwoRequestsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication()
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Vertx vertx;

    @Test
    void aSpanOfOneThatIsClosedWhileTheOtherRunsLeavesTheOtherAsItIs() {
        ContextInternal one = request();
        ContextInternal other = request();

        ContextInternal outside = one.beginDispatch();
        ActiveSpan ofOne = startSpan("request.one");
        one.endDispatch(outside);

        outside = other.beginDispatch();
        ActiveSpan ofOther = startSpan("request.other");
        ofOne.close();
        assertThat(currentSpan().getSpanContext()).isEqualTo(ofOther.context());
        ofOther.close();
        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
        other.endDispatch(outside);

        outside = one.beginDispatch();
        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
        one.endDispatch(outside);
    }

    private ContextInternal request() {
        return (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    }
}
