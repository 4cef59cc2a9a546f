package dev.foundation.tracing.runtime.observation;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.control.SpanListener;
import dev.foundation.tracing.runtime.config.EventsTarget;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.diagnostics.SpanFindings;
import dev.foundation.tracing.runtime.metrics.Meters;
import dev.foundation.tracing.runtime.numbers.CountedSpans;
import dev.foundation.tracing.runtime.redaction.Redaction;
import dev.foundation.tracing.runtime.span.EventSink;
import dev.foundation.tracing.runtime.span.LogEvents;
import dev.foundation.tracing.runtime.span.Observation;
import dev.foundation.tracing.runtime.span.SpanEvents;
import dev.foundation.tracing.runtime.span.SpanListeners;
import io.opentelemetry.api.logs.Logger;
import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;

/** Those who look on while spans are made, in this run of the application. */
@Singleton
public class Observers {

    private final CountedSpans numbers;
    private final SpanFindings findings;
    private final List<SpanListener> listeners;

    Observers(CountedSpans numbers, SpanFindings findings, @All List<SpanListener> listeners) {
        this.numbers = numbers;
        this.findings = findings;
        this.listeners = listeners;
    }

    /**
     * @param meters offers the numbers as metrics
     * @param logger takes events; null if OpenTelemetry has no logs in this build
     */
    public Observation begin(TracingRunTimeConfig config, Meters meters, @Nullable Logger logger) {
        EventSink events = events(config, logger);
        if (config.numbers().metrics())
            numbers.countedBy(meters);
        findings.begin(LaunchMode.current().isDevOrTest(), config.diagnostics().openTooLong());
        return new Observation(numbers.measured(), findings.looksForUnended(), findings.looksForLost(), events,
                listeners.isEmpty() ? null : new SpanListeners(listeners));
    }

    private static EventSink events(TracingRunTimeConfig config, @Nullable Logger logger) {
        EventsTarget target = config.events();
        if (target == EventsTarget.SPAN)
            return new SpanEvents();
        if (logger == null)
            throw new ConfigurationException("quarkus.foundation-tracing.events=" + target.name().toLowerCase(Locale.ROOT)
                    + " needs OpenTelemetry's logs, which are off: build the application with quarkus.otel.logs.enabled=true, "
                    + "or leave events to spans");
        return new LogEvents(logger,
                Redaction.ofAttributes(config.redaction(), config.http().secretParameters().orElse(Set.of())),
                target == EventsTarget.BOTH);
    }
}
