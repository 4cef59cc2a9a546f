package dev.foundation.tracing.tracestore.query;

import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import dev.foundation.tracing.tracestore.model.Trace;
import dev.foundation.tracing.tracestore.store.SpanStore;
import dev.foundation.tracing.tracestore.traceql.field.QueryTooLongException;
import dev.foundation.tracing.tracestore.traceql.token.TraceQlException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * Tempo's query API.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/">Tempo's HTTP API</a>
 */
public final class QueryRoutes {

    private static final Logger LOG = Logger.getLogger(QueryRoutes.class.getName());

    private final TraceRoutes traces;
    private final SearchRoutes search;
    private final TagRoutes tags;
    private final MetricsRoutes metrics;

    /** @param protobuf writes a trace as OTLP's {@code TracesData} */
    public QueryRoutes(SpanStore store, Function<Trace, byte[]> protobuf) {
        traces = new TraceRoutes(store, protobuf);
        search = new SearchRoutes(store);
        tags = new TagRoutes(store);
        metrics = new MetricsRoutes(store);
    }

    /** Adds the routes, and the answers to paths that are none. */
    public void mount(Router router) {
        router.get("/api/echo").handler(context -> Answer.text(context, 200, "echo\n"));
        router.get("/ready").handler(context -> Answer.text(context, 200, "ready\n"));
        router.get("/api/status/buildinfo").handler(context -> Answer.json(context, buildInfo()));
        // Searching and writing JSON may take long in a full store, so it is kept from the event loop.
        router.get("/api/traces/:traceId").blockingHandler(traces::v1, false);
        router.get("/api/v2/traces/:traceId").blockingHandler(traces::v2, false);
        router.get("/api/search").blockingHandler(search::search, false);
        router.post("/api/search").blockingHandler(search::search, false);
        router.get("/api/search/tags").blockingHandler(tags::namesV1, false);
        router.get("/api/v2/search/tags").blockingHandler(tags::namesV2, false);
        router.get("/api/search/tag/:tag/values").blockingHandler(tags::valuesV1, false);
        router.get("/api/v2/search/tag/:tag/values").blockingHandler(tags::valuesV2, false);
        router.get("/api/metrics/query_range").blockingHandler(metrics::range, false);
        router.get("/api/metrics/query").blockingHandler(metrics::instant, false);
        router.route().failureHandler(this::fail);
        router.errorHandler(404, context -> Answer.text(context, 404, "404 page not found\n"));
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended())
            return;
        if (failure instanceof BadQueryException)
            Answer.text(context, 400, String.valueOf(failure.getMessage()));
        else if (failure instanceof TraceQlException)
            Answer.text(context, 400, "invalid TraceQL query: " + failure.getMessage());
        else if (failure instanceof QueryTooLongException)
            Answer.text(context, 503, String.valueOf(failure.getMessage()));
        else if (failure instanceof HttpException badRequest)
            Answer.text(context, badRequest.getStatusCode(), "the request cannot be read: check its path and parameters");
        else if (failure == null)
            context.next();
        else
            failInside(context, failure);
    }

    private static void failInside(RoutingContext context, Throwable failure) {
        LOG.log(Level.SEVERE, "a query failed inside the store", failure);
        Answer.text(context, 500, "the store failed; its log says why");
    }

    // All fields are there, for Grafana reads them to find out which Tempo it talks to.
    private static JsonObject buildInfo() {
        return new JsonObject().put("version", "").put("revision", "").put("branch", "").put("buildUser", "")
                .put("buildDate", "").put("goVersion", "");
    }
}
