package dev.foundation.tracing.deployment.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.runtime.logging.LogCorrelation;
import dev.foundation.tracing.runtime.weaving.Woven;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.vertx.core.runtime.VertxMDC;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;

/** That nobody can see whether Quarkus or this extension puts trace ids into the log context. */
class LogCorrelationTest {

    private static final int STEPS = 60;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(LogContextScript.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Inject
    Vertx vertx;

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @AfterEach
    void asTheApplicationStarted() {
        Woven.install(new LogCorrelation());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverAnApplicationDoesItSeesTheSame(long seed) throws Exception {
        Woven.install((LogCorrelation) null);
        List<String> withQuarkus = new LogContextScript(vertx, seed).run(STEPS);
        Woven.install(new LogCorrelation());
        List<String> withOurs = new LogContextScript(vertx, seed).run(STEPS);

        assertThat(untilFirstDifference(withOurs, withQuarkus)).isEqualTo(untilFirstDifference(withQuarkus, withOurs));
    }

    private static String untilFirstDifference(List<String> seen, List<String> other) {
        for (int i = 0; i < seen.size(); i++) {
            if (i >= other.size() || !seen.get(i).equals(other.get(i)))
                return String.join("\n", seen.subList(0, i + 1));
        }
        return String.join("\n", seen);
    }

    @Test
    void theScriptSeesSpansAndEntriesOfOthersTogether() throws Exception {
        assertThat(new LogContextScript(vertx, 1).run(STEPS)).anySatisfy(
                line -> assertThat(line).contains("traceId=id ").contains("spanId=id ").contains("customer=value"));
    }

    @Test
    void nothingIsComputedForASpanThatLogsNothing() {
        ContextInternal request = (ContextInternal) VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        ContextInternal before = request.beginDispatch();
        try {
            Spans.runWithSpan("order.place", span -> {
                Object logContext = ((io.vertx.core.Context) request).getLocal(VertxMDC.class.getName());

                assertThat(logContext).hasFieldOrPropertyWithValue("filled", null);
                assertThat(MDC.get("spanId")).isEqualTo(span.context().getSpanId());
                assertThat(logContext).hasFieldOrPropertyWithValue("filled", null);
                assertThat(MDC.getMap()).containsEntry("spanId", span.context().getSpanId());
                assertThat(logContext).extracting("filled").isNotNull();
            });
        } finally {
            request.endDispatch(before);
        }
    }
}
