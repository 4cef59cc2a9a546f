package dev.foundation.tracing.deployment.span;

import static dev.foundation.tracing.Spans.currentSpan;
import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.PropagatedContext;
import io.opentelemetry.context.Context;
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

    @Test
    void aSpanThatIsClosedFromElsewhereIsNotCurrentAgainWhenOneInsideItIsClosed() {
        ContextInternal request = request();
        ContextInternal outside = request.beginDispatch();
        ActiveSpan outer = startSpan("request.outer");
        ActiveSpan inner = startSpan("request.inner");
        request.endDispatch(outside);

        outer.close();
        inner.close();

        outside = request.beginDispatch();
        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
        request.endDispatch(outside);
    }

    @Test
    @SuppressWarnings("MustBeClosedChecker") // as context propagation does around callbacks
    void spansThatEachEndInACallbackOfTheirOwnLeaveNoneOfThemCurrent() {
        ContextInternal request = request();
        ContextInternal outside = request.beginDispatch();
        ActiveSpan first = startSpan("request.first");
        Context ofFirst = Context.current();
        ActiveSpan second = startSpan("request.second");
        Context ofSecond = Context.current();

        ofFirst.makeCurrent();
        first.close();
        ofSecond.makeCurrent();
        second.close();

        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
        request.endDispatch(outside);
    }

    @Test
    void aSpanThatOutlivesWhatWasCurrentAroundItDoesNotBringThatBack() {
        ContextInternal request = request();
        ContextInternal outside = request.beginDispatch();
        PropagatedContext other = withSpan("request.other", () -> propagateContext());
        ActiveSpan span = withPropagatedContext(other, () -> startSpan("request.late"));

        withSpan("request.next", next -> {
            span.close();
            assertThat(currentSpan().getSpanContext()).isEqualTo(next.context());
            return "done";
        });

        assertThat(currentSpan().getSpanContext().isValid()).isFalse();
        request.endDispatch(outside);
    }

    private ContextInternal request() {
        return (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    }
}
