package dev.foundation.tracing.deployment.span;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.deployment.EndedSpans;
import io.opentelemetry.api.trace.Span;
import io.quarkus.test.QuarkusUnitTest;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Work that Vert.x runs for no request, where Quarkus itself keeps no span. */
class NoRequestTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(EndedSpans.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Vertx vertx;

    @Inject
    EndedSpans spans;

    @Test
    void aPropagatedContextIsContinuedThereAndGoneAfterwards() {
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        withSpan("order.place", () -> {
            PropagatedContext order = propagateContext();
            Context ofNoRequest = vertx.getOrCreateContext();
            ofNoRequest.runOnContext(nothing -> {
                withPropagatedContext(order, () -> withSpan("order.ship", () -> withSpan("parcel.pack", () -> {
                })));
                gone.complete(Vertx.currentContext() == ofNoRequest && !Span.current().getSpanContext().isValid());
            });
            return gone.join();
        });

        assertThat(gone).isCompletedWithValue(true);
        assertThat(spans.named("order.ship").getParentSpanId()).isEqualTo(spans.named("order.place").getSpanId());
        assertThat(spans.named("parcel.pack").getParentSpanId()).isEqualTo(spans.named("order.ship").getSpanId());
    }
}
