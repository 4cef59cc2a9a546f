package dev.foundation.tracing.tracestore;

import static dev.foundation.tracing.tracestore.SpanFixture.aSpan;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class MetricsPageTest extends StoreTest {

    private static final Pattern META = Pattern.compile("# (HELP|TYPE) ([a-z_]+) (.+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-z_]+)(\\{[a-z]+=\"[a-z_]+\"})? (\\d+)");

    @Override
    protected TraceStoreOptions options() {
        return TraceStoreOptions.onFreePorts().withMaxBytes(64 << 10);
    }

    @Test
    void whatIsKeptIsWhatCameWithoutWhatWasEvicted() {
        for (int i = 1; i <= 200; i++)
            client.export(aSpan().inTrace(i).with("text", "x".repeat(500)));
        Map<String, Long> metrics = metrics();

        assertThat(metrics).containsEntry("spans_received_total", 200L).containsEntry("max_bytes", 64L << 10)
                .containsEntry("requests_in_flight", 0L);
        assertThat(number(metrics, "spans") + number(metrics, "evicted_spans_total")).isEqualTo(200);
        assertThat(number(metrics, "traces") + number(metrics, "evicted_traces_total")).isEqualTo(200);
        assertThat(number(metrics, "bytes")).isPositive().isLessThanOrEqualTo(64 << 10);
    }

    @Test
    void everyRefusalIsCountedByItsReason() {
        client.post(new byte[] { -1, -1, -1 });
        client.post(new byte[21 * 1024 * 1024]);
        client.send(client.otlp().setHeader("Content-Type", "text/plain").POST(BodyPublishers.ofString("x")));
        client.send(client.otlp().header("Content-Encoding", "br").POST(BodyPublishers.ofString("x")));
        client.send(client.otlp().header("Origin", "http://evil.example").POST(BodyPublishers.noBody()));
        client.export(aSpan().inTrace(1).with("text", "x".repeat(2000)).with("more", "x".repeat(3000)));
        Map<String, Long> metrics = metrics();

        assertThat(metrics).containsEntry("refused_total{reason=\"malformed_request\"}", 1L)
                .containsEntry("refused_total{reason=\"request_too_large\"}", 1L)
                .containsEntry("refused_total{reason=\"unsupported_request\"}", 2L)
                .containsEntry("refused_total{reason=\"from_another_site\"}", 1L)
                .containsEntry("refused_total{reason=\"store_busy\"}", 0L)
                .containsEntry("refused_total{reason=\"sender_too_slow\"}", 0L)
                .containsEntry("refused_total{reason=\"not_authenticated\"}", 0L)
                .containsEntry("refused_total{reason=\"trace_has_too_many_bytes\"}", 0L)
                .containsEntry("shortened_total{what=\"values_cut\"}", 1L);
    }

    @Test
    void prometheusTakesItsType() {
        assertThat(client.get("/metrics").headers().firstValue("content-type"))
                .contains("text/plain; version=0.0.4; charset=utf-8");
    }

    private static long number(Map<String, Long> metrics, String name) {
        return metrics.getOrDefault(name, -1L);
    }

    // As a scraper reads it: every line is understood, and every sample was announced with its type.
    private Map<String, Long> metrics() {
        Map<String, Long> samples = new HashMap<>();
        Set<String> announced = new HashSet<>();
        StoreClient.text(client.get("/metrics")).lines().forEach(line -> {
            Matcher meta = META.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            assertThat(meta.matches() || sample.matches()).as(line).isTrue();
            if (meta.matches() && meta.group(1).equals("TYPE")) {
                assertThat(announced.add(meta.group(2))).as(line).isTrue();
                assertThat(meta.group(3)).as(line).isEqualTo(meta.group(2).endsWith("_total") ? "counter" : "gauge");
            } else if (sample.matches()) {
                assertThat(announced).contains(sample.group(1));
                String labels = sample.group(2) == null ? "" : sample.group(2);
                String name = sample.group(1).replaceFirst("^foundation_trace_store_", "");
                assertThat(samples.put(name + labels, Long.valueOf(sample.group(3)))).as(line).isNull();
            }
        });
        return samples;
    }
}
