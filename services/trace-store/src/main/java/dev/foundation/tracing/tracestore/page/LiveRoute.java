package dev.foundation.tracing.tracestore.page;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * The listing as it changes, as server-sent events.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
final class LiveRoute {

    static final int MAX_READERS = 64;

    private final Vertx vertx;
    private final Listing listing;
    private final Set<LiveReader> readers = ConcurrentHashMap.newKeySet();

    LiveRoute(Vertx vertx, Listing listing) {
        this.vertx = vertx;
        this.listing = listing;
    }

    void open(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (readers.size() >= MAX_READERS) {
            response.setStatusCode(503).putHeader(HttpHeaders.RETRY_AFTER, "10").end("too many pages are open\n");
            return;
        }
        response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store").putHeader("X-Content-Type-Options", "nosniff");
        try {
            follow(response, ListingRequest.parse(context.queryParams()), context.request().getHeader("Last-Event-ID"));
        } catch (BadRequestException e) {
            response.end(ServerSentEvent.refused(e));
        }
    }

    /** Ends all streams; a page that is still open comes back by itself. */
    void close() {
        readers.forEach(LiveReader::close);
    }

    private void follow(HttpServerResponse response, ListingRequest request, String lastSeen) {
        LiveReader reader = new LiveReader(vertx.getOrCreateContext(), response, listing, request, lastSeen);
        readers.add(reader);
        response.endHandler(ended -> readers.remove(reader));
        response.closeHandler(gone -> readers.remove(reader));
        reader.start();
    }
}
