package dev.foundation.tracing.tracestore.page;

import dev.foundation.tracing.tracestore.page.map.ServiceMap;
import io.vertx.ext.web.RoutingContext;

/** The service map. It answers 304 as long as nothing changed. */
final class MapRoute {

    private final Listing listing;

    MapRoute(Listing listing) {
        this.listing = listing;
    }

    void map(RoutingContext context) {
        JsonAnswer.unlessUnchanged(context, listing.tag(),
                () -> ServiceMap.json(listing.all(ListingRequest.parse(context.queryParams()))));
    }
}
