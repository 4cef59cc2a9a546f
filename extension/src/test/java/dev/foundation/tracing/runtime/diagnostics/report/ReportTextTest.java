package dev.foundation.tracing.runtime.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.control.TracingReport.Export;
import dev.foundation.tracing.control.TracingReport.Finding;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;

class ReportTextTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final NotSampled ALL_SAMPLED = new NotSampled(0, 0, 0);
    private static final Spans ALL_EXPORTED = new Spans(12, 12, 0, Map.of(), ALL_SAMPLED);
    private static final Export FINE = new Export("http://localhost:4317", "grpc", true, NOW.minusSeconds(2), null, null);

    @Test
    void whereAllIsWellThereIsLittleToRead() {
        assertThat(ReportText.of(report("on", FINE, ALL_EXPORTED, List.of(), List.of()))).isEqualToNormalizingNewlines("""
                tracing   shop: on
                export    to http://localhost:4317 by grpc, which answers, last success 2 s ago
                sampling  every trace
                spans     12 made = 12 exported + 0 dropped + 0 waiting
                """);
    }

    @Test
    void whatIsWrongStandsAboveEverythingElse() {
        Export down = new Export("http://localhost:4317", "grpc", false, NOW.minusSeconds(600), NOW.minusSeconds(1),
                "connection refused");

        assertThat(ReportText.of(report("on", down,
                new Spans(20, 12, 3, Map.of("queue_full", 1L, "failed", 4L), new NotSampled(7, 2, 1)),
                List.of("start it"), List.of()))).isEqualToNormalizingNewlines(
                        """
                                tracing   shop: on
                                          → start it
                                export    to http://localhost:4317 by grpc, which FAILS, last success 10 min ago; last failure 1 s ago: \
                                connection refused
                                sampling  every trace
                                spans     20 made = 12 exported + 5 dropped + 3 waiting
                                          4 dropped: failed
                                          1 dropped: queue full
                                          7 traces were not sampled
                                          2 traces were not sampled by the services that called
                                          1 of them were kept in the end
                                """);
    }

    @Test
    void nothingIsSaidOfSpansThatAreNotSeen() {
        assertThat(ReportText
                .of(report("on", new Export("", "", null, null, null, null), new Spans(0, 0, 0, Map.of(), ALL_SAMPLED),
                        List.of(), List.of())))
                .isEqualToNormalizingNewlines("""
                        tracing   shop: on
                        export    where this extension does not see them
                        sampling  every trace
                        """);
    }

    @Test
    void aFindingSaysWhatAndWhere() {
        assertThat(ReportText.of(report("on", FINE, ALL_EXPORTED, List.of(),
                List.of(new Finding("order.pay", "Shop.pay(Shop.java:12)", 3, "the last one 5 s ago")))))
                .endsWith("3 order.pay at Shop.pay(Shop.java:12), the last one 5 s ago" + System.lineSeparator());
    }

    private static TracingReport report(String state, Export export, Spans spans, List<String> advice,
            List<Finding> neverEnded) {
        return new TracingReport(NOW, "shop", true, state, "every trace", export, spans, neverEnded, List.of(), List.of(),
                advice);
    }
}
