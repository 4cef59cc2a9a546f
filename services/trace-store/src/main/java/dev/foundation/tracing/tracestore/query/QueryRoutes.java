package dev.foundation.tracing.tracestore.query;

import java.util.logging.Level;
import java.util.logging.Logger;

import dev.foundation.tracing.tracestore.store.SpanStore;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;

/**
 * Tempo's query API in JSON, and what the web page asks besides.
 *
 * @see <a href="https://grafana.com/docs/tempo/latest/api_docs/">Tempo's HTTP API</a>
 */
public final class QueryRoutes {

    private static final Logger LOG = Logger.getLogger(QueryRoutes.class.getName());
    private static final String PROTOBUF = "application/protobuf";

    private final TraceRoutes traces;
    private final SearchRoutes search;
    private final ListingRoute listing;

    public QueryRoutes(SpanStore store) {
        traces = new TraceRoutes(store);
        search = new SearchRoutes(store);
        listing = new ListingRoute(store);
    }

    /** Adds the routes, and the answers to paths that are none. */
    public void mount(Router router) {
        router.get("/api/echo").handler(context -> Answer.text(context, 200, "echo\n"));
        router.get("/ready").handler(context -> Answer.text(context, 200, "ready\n"));
        router.get("/api/status/buildinfo").handler(context -> Answer.json(context, buildInfo()));
        // Searching and writing JSON may take long in a full store, so it is kept from the event loop.
        router.get("/api/traces/:traceId").handler(this::checkAccept).blockingHandler(traces::v1, false);
        router.get("/api/v2/traces/:traceId").handler(this::checkAccept).blockingHandler(traces::v2, false);
        router.get("/api/search").handler(this::checkAccept).blockingHandler(search::search, false);
        router.post("/api/search").handler(this::checkAccept).blockingHandler(search::search, false);
        router.get("/api/store/traces").blockingHandler(listing::list, false);
        router.route().failureHandler(this::fail);
        router.errorHandler(404, context -> Answer.text(context, 404, "404 page not found\n"));
    }

    private void checkAccept(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        if (PROTOBUF.equals(accept))
            Answer.text(context, 406, "this store answers in JSON only: send Accept: application/json");
        else
            context.next();
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (context.response().ended())
            return;
        if (failure instanceof BadQueryException)
            Answer.text(context, 400, String.valueOf(failure.getMessage()));
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
