package dev.foundation.tracing.tracestore;

import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.foundation.tracing.tracestore.store.StoreStatus;

/**
 * The store in numbers, as Prometheus reads them.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus's text format</a>
 */
final class MetricsPage {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "foundation_trace_store_";

    private final StringBuilder text = new StringBuilder();

    private MetricsPage() {
    }

    static String of(StoreStatus status, int requestsInFlight) {
        MetricsPage page = new MetricsPage();
        page.counters(status);
        page.gauge("bytes", "Estimated bytes of all traces that are kept.", status.bytes());
        page.gauge("max_bytes", "Bytes beyond which the oldest trace goes.", status.maxBytes());
        page.gauge("traces", "Traces that are kept.", status.traces());
        page.gauge("spans", "Spans that are kept.", status.spans());
        page.gauge("requests_in_flight", "Requests by OTLP that are being received, or wait to be stored.", requestsInFlight);
        return page.text.toString();
    }

    private void counters(StoreStatus status) {
        counter("spans_received_total", "Spans that were stored, those that were evicted since included.",
                status.receivedSpans());
        counter("evicted_traces_total", "Traces that went to make room for newer ones.", status.evictedTraces());
        counter("evicted_spans_total", "Spans of those traces.", status.evictedSpans());
        counters("refused_total", "What is not stored: spans if the reason is their trace, else requests.", "reason",
                status.refused());
        counters("shortened_total", "What was cut off spans that were stored.", "what", status.shortened());
    }

    private void counter(String name, String help, long value) {
        head(name, "counter", help);
        sample(name, value);
    }

    private void gauge(String name, String help, long value) {
        head(name, "gauge", help);
        sample(name, value);
    }

    private void counters(String name, String help, String label, Map<? extends Enum<?>, Long> values) {
        head(name, "counter", help);
        SortedMap<String, Long> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(key.name().toLowerCase(Locale.ROOT), value));
        sorted.forEach((key, value) -> sample(name + "{" + label + "=\"" + key + "\"}", value));
    }

    private void head(String name, String type, String help) {
        text.append("# HELP ").append(PREFIX).append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(PREFIX).append(name).append(' ').append(type).append('\n');
    }

    private void sample(String name, long value) {
        text.append(PREFIX).append(name).append(' ').append(value).append('\n');
    }
}
