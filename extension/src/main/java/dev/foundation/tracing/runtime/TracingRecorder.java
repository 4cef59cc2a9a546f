package dev.foundation.tracing.runtime;

import java.util.Set;

import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.sampling.SamplerProbe;
import dev.foundation.tracing.runtime.span.ContextsOnly;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.MissingSpanWarnings;
import dev.foundation.tracing.runtime.span.OpenTelemetrySpans;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.weaving.Woven;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.LaunchMode;
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
        shutdown.addShutdownTask(TracingRecorder::disconnect);
        if (!config.getValue().active() || !sdkEnabled.getValue()) {
            SpanRuntime.install(new ContextsOnly());
            return;
        }
        OpenTelemetry openTelemetry = Arc.container().instance(OpenTelemetry.class).get();
        SpanOpener opener = new SpanOpener(openTelemetry.getTracer(INSTRUMENTATION_SCOPE),
                SamplerProbe.of(openTelemetry).dropsBelowUnsampledParent(),
                new Failures(config.getValue().expectedExceptions().orElse(Set.of())));
        SpanRuntime.install(new OpenTelemetrySpans(opener, new MissingSpanWarnings(LaunchMode.current().isDevOrTest())));
        Woven.install(opener);
    }

    /** For a build in which the extension is off: contexts can still be carried from here to there. */
    public void connectContexts(ShutdownContext shutdown) {
        SpanRuntime.install(new ContextsOnly());
        shutdown.addShutdownTask(TracingRecorder::disconnect);
    }

    private static void disconnect() {
        Woven.install(null);
        SpanRuntime.install(null);
    }
}
