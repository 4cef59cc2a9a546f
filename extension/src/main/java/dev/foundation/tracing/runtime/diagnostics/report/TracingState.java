package dev.foundation.tracing.runtime.diagnostics.report;

import java.util.List;

/**
 * Whether tracing is on in this run of the application; what a build has switched off is not there to ask.
 *
 * @param text why not, or what there is to say all the same; for people
 */
record TracingState(boolean on, String text) {

    private static final String NO_EXPORTER = "none";

    /**
     * @param active as {@code quarkus.foundation-tracing.active} says
     * @param sdkDisabled as {@code quarkus.otel.sdk.disabled} says
     * @param exporters as {@code quarkus.otel.traces.exporter} names them
     */
    static TracingState of(boolean active, boolean sdkDisabled, List<String> exporters) {
        if (sdkDisabled)
            return new TracingState(false, "off, since quarkus.otel.sdk.disabled=true");
        if (exporters.contains(NO_EXPORTER))
            return new TracingState(true, "on, but exports nothing by itself, since quarkus.otel.traces.exporter=none");
        if (!active)
            return new TracingState(true, "on for Quarkus's own spans alone, since quarkus.foundation-tracing.active=false");
        return new TracingState(true, "on");
    }
}
