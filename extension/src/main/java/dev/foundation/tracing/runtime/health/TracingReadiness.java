package dev.foundation.tracing.runtime.health;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import dev.foundation.tracing.control.Diagnostics;
import dev.foundation.tracing.control.TracingReport;

/**
 * Down while spans are not accepted where they are sent, for a minute after each time that one export failed. Only where the
 * application asks for it: it works without traces.
 */
@Readiness
@ApplicationScoped
public class TracingReadiness implements HealthCheck {

    /** Who is sent no requests makes no spans, and would never find out that they are accepted again. */
    private static final Duration LONGEST_DOWN = Duration.ofMinutes(1);

    private final Diagnostics diagnostics;

    TracingReadiness(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public HealthCheckResponse call() {
        TracingReport report = diagnostics.report();
        boolean fails = report.on() && Boolean.FALSE.equals(report.export().reachable()) && isRecent(report);
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Foundation Tracing").status(!fails)
                .withData("state", report.state())
                .withData("endpoint", report.export().endpoint())
                .withData("spans made", report.spans().made())
                .withData("spans exported", report.spans().exported())
                .withData("spans dropped", report.spans().dropped());
        String reason = report.export().lastReason();
        return (fails && reason != null ? response.withData("last failure", reason) : response).build();
    }

    private static boolean isRecent(TracingReport report) {
        Instant failure = report.export().lastFailure();
        return failure != null && failure.plus(LONGEST_DOWN).isAfter(report.at());
    }
}
