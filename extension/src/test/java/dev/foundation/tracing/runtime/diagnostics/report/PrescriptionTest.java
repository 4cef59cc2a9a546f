package dev.foundation.tracing.runtime.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.runtime.export.ExportReport;
import dev.foundation.tracing.runtime.export.ExportTarget;

class PrescriptionTest {

    private static final List<ExportReport> NOTHING_MADE = List.of(
            new ExportReport(new ExportTarget("grpc", "http://tempo:4317"), 0, 0, Map.of(), 0, 0, null, null, false));

    @Test
    void withoutASpanOneIsToBeMade() {
        assertThat(advice(NOTHING_MADE, new NotSampled(0, 0, 0))).singleElement().asString().contains("send a request");
    }

    @Test
    void whoLeavesItToCallersIsSentThere() {
        assertThat(advice(NOTHING_MADE, new NotSampled(0, 3, 0))).singleElement().asString()
                .contains("was sampled by the service that sent it");
    }

    @Test
    void whoSamplesNothingIsSentToTheRules() {
        assertThat(advice(NOTHING_MADE, new NotSampled(3, 3, 0))).singleElement().asString().contains("sampled out");
    }

    @Test
    void nothingIsSaidOfWhatIsNotSeen() {
        assertThat(advice(List.of(), new NotSampled(0, 0, 0))).isEmpty();
    }

    private static List<String> advice(List<ExportReport> reports, NotSampled notSampled) {
        Exports exports = new Exports(reports);
        return new Prescription(new TracingState(true, "on"), exports, exports.spans(notSampled),
                new Places(List.of(), List.of(), List.of())).advice();
    }
}
