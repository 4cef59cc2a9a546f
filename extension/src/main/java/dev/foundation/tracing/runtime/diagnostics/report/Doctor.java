package dev.foundation.tracing.runtime.diagnostics.report;

import java.time.Instant;

import jakarta.inject.Singleton;

import dev.foundation.tracing.control.Diagnostics;
import dev.foundation.tracing.control.Sampling;
import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.control.TracingReport.Spans;
import dev.foundation.tracing.runtime.attributes.CardinalityGuard;
import dev.foundation.tracing.runtime.config.TracingRunTimeConfig;
import dev.foundation.tracing.runtime.diagnostics.SpanFindings;
import dev.foundation.tracing.runtime.export.SpanExports;
import io.quarkus.opentelemetry.runtime.config.build.OTelBuildConfig;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;

/** Asks all who know something about this process's spans. */
@Singleton
public class Doctor implements Diagnostics {

    private final String service;
    private final TracingState state;
    private final SpanExports exports;
    private final Sampling sampling;
    private final SpanFindings findings;
    private final CardinalityGuard guard;

    Doctor(TracingRunTimeConfig config, OTelBuildConfig build, OTelRuntimeConfig openTelemetry, SpanExports exports,
            Sampling sampling, SpanFindings findings, CardinalityGuard guard) {
        this.service = openTelemetry.serviceName().orElse("this application");
        this.state = TracingState.of(config.active(), openTelemetry.sdkDisabled(), build.traces().exporter());
        this.exports = exports;
        this.sampling = sampling;
        this.findings = findings;
        this.guard = guard;
    }

    @Override
    public TracingReport report() {
        Exports sent = new Exports(exports.reports());
        SamplingText samples = new SamplingText(sampling.settings(), sampling.statistics());
        Places places = Places.of(findings, guard.found());
        Spans spans = sent.spans(samples.notSampled());
        return new TracingReport(Instant.now(), service, state.on(), state.text(), samples.text(), sent.target(), spans,
                places.neverEnded(), places.withoutContext(), places.manyValues(),
                new Prescription(state, sent, spans, places).advice());
    }

    /** @return what start-up says, in one line */
    public String startLine() {
        TracingReport report = report();
        if (!report.on())
            return "Tracing is " + report.state();
        String target = report.export().protocol().isEmpty() ? ""
                : ": spans of %s go %s".formatted(report.service(), ReportText.target(report.export()));
        return "Tracing is %s%s; sampled: %s".formatted(report.state(), target, report.sampling());
    }
}
