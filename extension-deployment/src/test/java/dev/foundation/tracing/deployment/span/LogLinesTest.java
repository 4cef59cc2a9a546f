package dev.foundation.tracing.deployment.span;

import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withSpan;
import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.deployment.CapturedLog;
import io.quarkus.test.QuarkusUnitTest;

class LogLinesTest {

    private static final Logger LOG = Logger.getLogger("shop");

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(CapturedLog.class, CapturedLog.Line.class))
            .overrideConfigKey("quarkus.otel.traces.exporter", "none");

    @Test
    void carryTheIdsOfTheSpanTheyAreWrittenIn() {
        try (CapturedLog log = CapturedLog.of("shop")) {
            ActiveSpan outer = startSpan("order.place");
            LOG.info("outer");
            ActiveSpan inner = startSpan("order.price");
            LOG.info("inner");
            inner.close();
            LOG.info("outer again");
            outer.close();
            LOG.info("outside");

            assertThat(log.lines()).extracting(line -> line.mdc().get("spanId")).containsExactly(outer.context().getSpanId(),
                    inner.context().getSpanId(), outer.context().getSpanId(), null);
            assertThat(log.lines()).extracting(line -> line.mdc().get("traceId")).containsExactly(
                    outer.context().getTraceId(), outer.context().getTraceId(), outer.context().getTraceId(), null);
            assertThat(log.lines().get(1).mdc()).containsEntry("parentId", outer.context().getSpanId());
        }
    }

    @Test
    void sayOnceForEachPlaceThatThereIsNoSpanToChange() {
        try (CapturedLog log = CapturedLog.of("dev.foundation.tracing")) {
            for (int i = 0; i < 3; i++)
                recordEvent("order.validated");

            assertThat(log.lines()).singleElement().satisfies(line -> assertThat(line.message())
                    .contains("'order.validated' at ", "LogLinesTest.java"));
        }
    }

    @Test
    void sayOnceThatASpanWasClosedBeforeOneInsideIt() {
        try (CapturedLog log = CapturedLog.of("dev.foundation.tracing")) {
            for (int i = 0; i < 3; i++) {
                withSpan("request.handle", () -> {
                    ActiveSpan first = startSpan("report.write");
                    ActiveSpan second = startSpan("report.page");
                    first.close();
                    second.close();
                });
            }

            assertThat(log.lines()).singleElement().satisfies(line -> assertThat(line.message())
                    .contains("A span was closed while", "try-with-resources"));
        }
    }
}
