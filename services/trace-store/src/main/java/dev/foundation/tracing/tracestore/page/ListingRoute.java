package dev.foundation.tracing.tracestore.page;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** The listing, once. It answers 304 as long as nothing changed. */
final class ListingRoute {

    private final Listing listing;

    ListingRoute(Listing listing) {
        this.listing = listing;
    }

    void list(RoutingContext context) {
        // Read before the traces, so that a change between the two is seen by the next one who asks.
        String tag = '"' + listing.tag() + '"';
        context.response().putHeader(HttpHeaders.ETAG, tag).putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        if (tag.equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH)))
            context.response().setStatusCode(304).end();
        else
            answer(context);
    }

    private void answer(RoutingContext context) {
        try {
            JsonObject json = listing.json(ListingRequest.parse(context.queryParams()));
            context.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json").end(json.toBuffer());
        } catch (BadRequestException e) {
            context.response().setStatusCode(400).putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                    .end(e.getMessage());
        }
    }
}
