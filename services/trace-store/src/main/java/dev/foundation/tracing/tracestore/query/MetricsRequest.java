package dev.foundation.tracing.tracestore.query;

import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import dev.foundation.tracing.tracestore.traceql.metrics.Steps;

/** What a request for numbers over time asks for. */
record MetricsRequest(MetricsQuery query, Steps steps) {
}
