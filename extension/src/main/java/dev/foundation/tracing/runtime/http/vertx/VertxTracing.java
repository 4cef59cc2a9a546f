package dev.foundation.tracing.runtime.http.vertx;

import java.util.Set;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.span.TracingFailures;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.opentelemetry.runtime.tracing.instrumentation.InstrumentationRecorder;
import io.quarkus.opentelemetry.runtime.tracing.instrumentation.vertx.OpenTelemetryVertxTracingFactory.VertxDelegator;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.spi.tracing.VertxTracer;

/** Tells Quarkus's tracing of Vert.x what clients know of their calls, from start to stop. */
@ApplicationScoped
public class VertxTracing {

    private static volatile @Nullable UnsentCalls unsentCalls;

    private final TracingRunTimeConfig config;
    private final OpenTelemetry openTelemetry;

    VertxTracing(TracingRunTimeConfig config, OpenTelemetry openTelemetry) {
        this.config = config;
        this.openTelemetry = openTelemetry;
    }

    void install(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        VertxDelegator tracing = InstrumentationRecorder.FACTORY.getVertxTracerDelegator();
        VertxTracer<?, ?> quarkus = tracing.getDelegate();
        boolean traces = config.active() && quarkus != null;
        if (traces)
            tracing.setDelegate(quarkus instanceof CallTracer ? quarkus : new CallTracer(quarkus));
        unsentCalls = traces ? new UnsentCalls(openTelemetry, new SafeUrls(config.http().secretParameters().orElse(Set.of())))
                : null;
    }

    /** @return whether calls are asked for what they know */
    public static boolean isInstalled() {
        return unsentCalls != null;
    }

    static void recordUnsent(ClientCall call, Throwable failure) {
        UnsentCalls calls = unsentCalls;
        if (calls == null)
            return;
        try {
            calls.record(call, failure);
        } catch (RuntimeException e) {
            TracingFailures.report("a call that failed has no span", e);
        }
    }
}
