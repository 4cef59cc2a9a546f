package dev.foundation.tracing.runtime;

import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.sampling.SamplerProbe;
import dev.foundation.tracing.runtime.span.OpenTelemetrySpans;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.weaving.Woven;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;

/** Connects API and woven code with OpenTelemetry when the application starts, and disconnects them when it stops. */
@Recorder
public class TracingRecorder {

    private static final String INSTRUMENTATION_SCOPE = "dev.foundation.tracing";

    private final RuntimeValue<TracingRunTimeConfig> config;

    public TracingRecorder(RuntimeValue<TracingRunTimeConfig> config) {
        this.config = config;
    }

    /** @param sdkEnabled false where {@code quarkus.otel.sdk.disabled} switches OpenTelemetry off for this run */
    public void connect(RuntimeValue<Boolean> sdkEnabled, ShutdownContext shutdown) {
        if (!config.getValue().active() || !sdkEnabled.getValue())
            return;
        OpenTelemetry openTelemetry = Arc.container().instance(OpenTelemetry.class).get();
        SpanOpener opener = new SpanOpener(openTelemetry.getTracer(INSTRUMENTATION_SCOPE),
                SamplerProbe.of(openTelemetry).dropsBelowUnsampledParent());
        SpanRuntime.install(new OpenTelemetrySpans(opener));
        Woven.install(opener);
        shutdown.addShutdownTask(TracingRecorder::disconnect);
    }

    private static void disconnect() {
        Woven.install(null);
        SpanRuntime.install(null);
    }
}
