package dev.foundation.tracing.deployment.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Inject;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.Spans;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

class LogCorrelationOffTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withEmptyApplication()
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideRuntimeConfigKey("quarkus.foundation-tracing.lazy-log-correlation", "false");

    @Inject
    Vertx vertx;

    @Test
    void quarkusFillsTheLogContextItself() {
        Context request = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        ContextInternal before = ((ContextInternal) request).beginDispatch();
        try {
            Spans.runWithSpan("order.place", span -> {
                assertThat(request.<Object> getLocal(VertxMDC.class.getName())).isInstanceOf(ConcurrentHashMap.class);
                assertThat(MDC.get("spanId")).isEqualTo(span.context().getSpanId());
            });
        } finally {
            ((ContextInternal) request).endDispatch(before);
        }
    }
}
