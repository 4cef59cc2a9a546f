package dev.foundation.tracing.tracestore.page;

import io.vertx.ext.web.RoutingContext;

/** The listing, once. It answers 304 as long as nothing changed. */
final class ListingRoute {

    private final Listing listing;

    ListingRoute(Listing listing) {
        this.listing = listing;
    }

    void list(RoutingContext context) {
        JsonAnswer.unlessUnchanged(context, listing.tag(),
                () -> listing.json(ListingRequest.parse(context.queryParams())));
    }
}
