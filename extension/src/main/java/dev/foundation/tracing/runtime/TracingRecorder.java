package dev.foundation.tracing.runtime;

import java.util.Set;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.logging.LogContextProbe;
import dev.foundation.tracing.runtime.logging.LogCorrelation;
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
import io.vertx.core.Vertx;

/** Connects API and woven code with OpenTelemetry when the application starts, and disconnects them when it stops. */
@Recorder
public class TracingRecorder {

    private static final Logger LOG = Logger.getLogger("dev.foundation.tracing");

    private static final String INSTRUMENTATION_SCOPE = "dev.foundation.tracing";

    private final RuntimeValue<TracingRunTimeConfig> config;

    public TracingRecorder(RuntimeValue<TracingRunTimeConfig> config) {
        this.config = config;
    }

    /** @param sdkEnabled false where {@code quarkus.otel.sdk.disabled} switches OpenTelemetry off for this run */
    public void connect(RuntimeValue<Boolean> sdkEnabled, Supplier<Vertx> vertx, ShutdownContext shutdown) {
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
        if (config.getValue().lazyLogCorrelation())
            correlateLazily(vertx.get());
    }

    private static void correlateLazily(Vertx vertx) {
        LogCorrelation correlation = new LogCorrelation();
        if (LogContextProbe.agree(vertx, correlation))
            Woven.install(correlation);
        else
            LOG.warn(
                    "This version of Quarkus keeps trace ids for log lines in another way than is known here, so it goes on doing "
                            + "that itself, at each span. Set quarkus.foundation-tracing.lazy-log-correlation=false to be spared this "
                            + "line.");
    }

    /** For a build in which the extension is off: contexts can still be carried from here to there. */
    public void connectContexts(ShutdownContext shutdown) {
        SpanRuntime.install(new ContextsOnly());
        shutdown.addShutdownTask(TracingRecorder::disconnect);
    }

    private static void disconnect() {
        Woven.install((SpanOpener) null);
        Woven.install((LogCorrelation) null);
        SpanRuntime.install(null);
    }
}
