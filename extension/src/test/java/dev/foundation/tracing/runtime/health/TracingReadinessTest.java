package dev.foundation.tracing.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

import dev.foundation.tracing.control.TracingReport;
import dev.foundation.tracing.control.TracingReport.Export;
import dev.foundation.tracing.control.TracingReport.NotSampled;
import dev.foundation.tracing.control.TracingReport.Spans;

class TracingReadinessTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatFailedJustNowIsDown() {
        assertThat(status(false, Duration.ofSeconds(5))).isEqualTo(Status.DOWN);
    }

    @Test
    void whoIsSentNoRequestsComesUpAgainWithoutAnExport() {
        assertThat(status(false, Duration.ofMinutes(2))).isEqualTo(Status.UP);
    }

    @Test
    void whatSucceededSinceIsUp() {
        assertThat(status(true, Duration.ofSeconds(5))).isEqualTo(Status.UP);
    }

    private static Status status(boolean reachable, Duration sinceFailure) {
        Export export = new Export("http://localhost:4317", "grpc", reachable, null, NOW.minus(sinceFailure), "refused");
        return new TracingReadiness(() -> new TracingReport(NOW, "shop", true, "on", "every trace", export,
                new Spans(0, 0, 0, Map.of(), new NotSampled(0, 0, 0)), List.of(), List.of(), List.of(), List.of())).call()
                .getStatus();
    }
}
