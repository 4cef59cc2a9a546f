package dev.foundation.tracing.tracestore.query;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.traceql.field.Deadline;
import dev.foundation.tracing.tracestore.traceql.metrics.MetricsQuery;
import io.vertx.ext.web.RoutingContext;

/** Numbers over time, and of a time as a whole. */
final class MetricsRoutes {

    private final SpanStore store;

    MetricsRoutes(SpanStore store) {
        this.store = store;
    }

    void range(RoutingContext context) {
        MetricsRequest request = MetricsParameters.range(context.queryParams(), now());
        Answer.json(context, MetricsJson.range(evaluate(request), request.steps()));
    }

    void instant(RoutingContext context) {
        Answer.json(context, MetricsJson.instant(evaluate(MetricsParameters.instant(context.queryParams(), now()))));
    }

    private MetricsQuery.Result evaluate(MetricsRequest request) {
        return request.query().evaluate(store.newestFirst(), request.steps(), Deadline.usual());
    }

    private static long now() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
