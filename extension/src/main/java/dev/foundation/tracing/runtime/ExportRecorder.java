package dev.foundation.tracing.runtime;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import dev.foundation.tracing.runtime.attributes.CardinalityGuard;
import dev.foundation.tracing.runtime.config.AttributesConfig;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.export.ExportTarget;
import dev.foundation.tracing.runtime.export.SpanExports;
import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.redaction.Redaction;
import dev.foundation.tracing.runtime.redaction.SafeUrls;
import dev.foundation.tracing.runtime.weaving.Woven;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.runtime.RuntimeValue;
import io.quarkus.runtime.ShutdownContext;
import io.quarkus.runtime.annotations.Recorder;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;

/** Has exporters watched, from before OpenTelemetry makes them. */
@Recorder
public class ExportRecorder {

    /** One attribute's values are counted in a quarter of the memory that there is for all of them. */
    private static final int MOST_VALUES = 4_000_000;

    private final RuntimeValue<TracingRunTimeConfig> config;
    private final RuntimeValue<OTelRuntimeConfig> openTelemetry;
    private final RuntimeValue<OtlpExporterRuntimeConfig> otlp;

    public ExportRecorder(RuntimeValue<TracingRunTimeConfig> config, RuntimeValue<OTelRuntimeConfig> openTelemetry,
            RuntimeValue<OtlpExporterRuntimeConfig> otlp) {
        this.config = config;
        this.openTelemetry = openTelemetry;
        this.otlp = otlp;
    }

    /** @return what notices attributes with too many values */
    public RuntimeValue<CardinalityGuard> guard() {
        AttributesConfig attributes = config.getValue().attributes();
        if (attributes.mostValues() < 0 || attributes.mostValues() > MOST_VALUES)
            throw new ConfigurationException("quarkus.foundation-tracing.attributes.most-values=" + attributes.mostValues()
                    + " is not between 0, which watches nothing, and " + MOST_VALUES);
        return new RuntimeValue<>(
                new CardinalityGuard(attributes.mostValues(), attributes.unboundedKeys().orElse(Set.of())));
    }

    public RuntimeValue<SpanExports> watch(RuntimeValue<CardinalityGuard> guard, RuntimeValue<Meters> meters,
            Supplier<Vertx> vertx, ShutdownContext shutdown) {
        SpanExports exports = new SpanExports(target(), outlet(guard.getValue()), meters.getValue(), vertx);
        // Also where the extension makes no spans in this run: those of others must not leave with their secrets.
        if (!openTelemetry.getValue().sdkDisabled()) {
            Woven.install(exports);
            // The last of all: OpenTelemetry exports what it can before.
            shutdown.addLastShutdownTask(() -> {
                Woven.install((SpanExports) null);
                exports.end();
            });
        }
        return new RuntimeValue<>(exports);
    }

    private UnaryOperator<SpanData> outlet(CardinalityGuard guard) {
        UnaryOperator<SpanData> redaction = Redaction.of(config.getValue().redaction(), secretParameters());
        return span -> {
            SpanData leaving = redaction.apply(span);
            guard.accept(leaving);
            return leaving;
        };
    }

    private Set<String> secretParameters() {
        return config.getValue().http().secretParameters().orElse(Set.of());
    }

    private ExportTarget target() {
        OtlpExporterRuntimeConfig settings = otlp.getValue();
        String endpoint = configured(settings.traces().endpoint()).or(() -> configured(settings.endpoint()))
                .orElse(OtlpExporterRuntimeConfig.DEFAULT_GRPC_BASE_URI);
        return new ExportTarget(settings.traces().protocol().orElse(""),
                new SafeUrls(secretParameters()).url(endpoint.strip()));
    }

    // As Quarkus does it: the general setting has the default too, which must not win.
    private static Optional<String> configured(Optional<String> endpoint) {
        return endpoint.filter(value -> !value.equals(OtlpExporterRuntimeConfig.DEFAULT_GRPC_BASE_URI));
    }
}
