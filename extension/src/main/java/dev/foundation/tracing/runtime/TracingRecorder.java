package dev.foundation.tracing.runtime;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import dev.foundation.tracing.SpanRuntime;
import dev.foundation.tracing.runtime.batch.TracedBatches;
import dev.foundation.tracing.runtime.cache.CachePoints;
import dev.foundation.tracing.runtime.cache.TracedCacheAside;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.diagnostics.report.Doctor;
import dev.foundation.tracing.runtime.diagnostics.report.OffInThisBuild;
import dev.foundation.tracing.runtime.http.client.ClientLibrary;
import dev.foundation.tracing.runtime.http.client.HttpClientCalls;
import dev.foundation.tracing.runtime.logging.LogContextProbe;
import dev.foundation.tracing.runtime.logging.LogCorrelation;
import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.metrics.OpenTelemetryMeters;
import dev.foundation.tracing.runtime.metrics.QuarkusMeters;
import dev.foundation.tracing.runtime.observation.Observers;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.sampling.LiveSampling;
import dev.foundation.tracing.runtime.sampling.SamplerProbe;
import dev.foundation.tracing.runtime.span.ClientCalls;
import dev.foundation.tracing.runtime.span.ContextsOnly;
import dev.foundation.tracing.runtime.span.Failures;
import dev.foundation.tracing.runtime.span.OpenTelemetrySpans;
import dev.foundation.tracing.runtime.span.SpanOpener;
import dev.foundation.tracing.runtime.span.SpanPoints;
import dev.foundation.tracing.runtime.weaving.Woven;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.metrics.MetricsFactory;
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

    /** @return what counts for this run of the application */
    public RuntimeValue<Meters> meters() {
        return new RuntimeValue<>(new Meters());
    }

    /** @return what hands Quarkus's metrics extension over to those who count */
    public Consumer<MetricsFactory> readBy(RuntimeValue<Meters> meters) {
        return factory -> meters.getValue().readBy(new QuarkusMeters(factory));
    }

    /**
     * @param sdkEnabled false where {@code quarkus.otel.sdk.disabled} switches OpenTelemetry off for this run
     * @param openTelemetryMetrics whether OpenTelemetry has metrics in this build
     * @param openTelemetryLogs whether it has logs
     */
    public void connect(RuntimeValue<Boolean> sdkEnabled, Supplier<Vertx> vertx, RuntimeValue<Meters> meters,
            boolean openTelemetryMetrics, boolean openTelemetryLogs, ShutdownContext shutdown) {
        shutdown.addShutdownTask(TracingRecorder::disconnect);
        if (config.getValue().active() && sdkEnabled.getValue())
            connect(vertx, meters.getValue(), openTelemetryMetrics, openTelemetryLogs);
        else
            SpanRuntime.install(withoutSpans());
        LOG.info(Arc.container().instance(Doctor.class).get().startLine());
    }

    private void connect(Supplier<Vertx> vertx, Meters meters, boolean openTelemetryMetrics, boolean openTelemetryLogs) {
        LiveSampling sampling = Arc.container().instance(LiveSampling.class).get();
        OpenTelemetry openTelemetry = Arc.container().instance(OpenTelemetry.class).get();
        Tracer tracer = openTelemetry.getTracer(INSTRUMENTATION_SCOPE);
        if (openTelemetryMetrics)
            meters.readBy(new OpenTelemetryMeters(openTelemetry.getMeter(INSTRUMENTATION_SCOPE)));
        SpanOpener opener = new SpanOpener(tracer,
                SamplerProbe.of(openTelemetry).dropsBelowUnsampledParent(),
                new Failures(config.getValue().expectedExceptions().orElse(Set.of())),
                Arc.container().instance(Observers.class).get().begin(config.getValue(), meters,
                        openTelemetryLogs ? openTelemetry.getLogsBridge().get(INSTRUMENTATION_SCOPE) : null));
        sampling.start(opener::holdUnsampled);
        CachePoints caches = new CachePoints(config.getValue().cache(), opener, meters);
        CachePoints.install(caches);
        SpanRuntime.install(new OpenTelemetrySpans(opener, new TracedCacheAside(caches),
                new TracedBatches(opener, tracer, config.getValue().batchItemSpans(),
                        TracedBatches.mostLinks(openTelemetry)),
                calls(opener)));
        Woven.install(opener);
        if (config.getValue().lazyLogCorrelation())
            correlateLazily(vertx.get());
    }

    private ClientCalls calls(SpanOpener opener) {
        SafeUrls urls = new SafeUrls(config.getValue().http().secretParameters().orElse(Set.of()));
        return new HttpClientCalls(opener, urls, Arc.container().select(ClientLibrary.class));
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
        LOG.info("Tracing is " + OffInThisBuild.STATE);
        SpanRuntime.install(withoutSpans());
        shutdown.addShutdownTask(TracingRecorder::disconnect);
    }

    private static SpanRuntime withoutSpans() {
        return new ContextsOnly(new TracedCacheAside(CachePoints.unseen()));
    }

    private static void disconnect() {
        SpanPoints.switchOff(name -> false);
        CachePoints.install(CachePoints.unseen());
        SpanPoints.tell(null);
        Woven.install((SpanOpener) null);
        Woven.install((LogCorrelation) null);
        SpanRuntime.install(null);
    }
}
