package dev.foundation.tracing.deployment.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.runtime.export.DropCause;
import dev.foundation.tracing.runtime.export.ExportReport;
import dev.foundation.tracing.runtime.export.SpanExports;
import io.quarkus.arc.Unremovable;

/** Makes spans, and says what became of them. */
@Singleton
@Unremovable
public class Exports {

    @Inject
    SpanExports exports;

    void make(int spans) {
        for (int i = 0; i < spans; i++)
            Spans.withSpan("export.made", () -> {
            });
    }

    ExportReport report() {
        assertThat(exports.reports()).hasSize(1);
        return exports.reports().get(0);
    }

    /** Waits until nothing waits any more. */
    ExportReport settled() {
        return await().atMost(Duration.ofSeconds(60)).until(this::report, report -> report.waiting() == 0);
    }

    long dropped(DropCause cause) {
        return report().dropped().getOrDefault(cause, 0L);
    }

    /** After everything has settled: nothing is missing, and nothing is counted twice. */
    static void addUp(ExportReport report) {
        assertThat(report.made()).isEqualTo(report.exported() + report.droppedInAll());
    }
}
