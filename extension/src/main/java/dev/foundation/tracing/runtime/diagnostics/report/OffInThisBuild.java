package dev.foundation.tracing.runtime.diagnostics.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import dev.foundation.tracing.control.Diagnostics;
import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.control.TracingReport.Export;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;

/** Answers where a build has switched tracing off, so that code which asks is built all the same. */
@Singleton
public class OffInThisBuild implements Diagnostics {

    public static final String STATE = "off in this build: one of quarkus.foundation-tracing.enabled, quarkus.otel.enabled and "
            + "quarkus.otel.traces.enabled is false";

    private static final Export NOWHERE = new Export("", "", null, null, null, null);
    private static final Spans NONE = new Spans(0, 0, 0, Map.of(), new NotSampled(0, 0, 0));

    @Override
    public TracingReport report() {
        return new TracingReport(Instant.now(), "this application", false, STATE, "no trace", NOWHERE, NONE, List.of(),
                List.of(),
                List.of(), List.of());
    }
}
