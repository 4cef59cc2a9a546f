package dev.foundation.tracing.tracestore.page;

import dev.foundation.tracing.tracestore.store.SpanStore;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/** The web page and its data. */
public final class PageRoutes {

    private final FileRoutes files = new FileRoutes();
    private final ListingRoute listing;
    private final MapRoute map;
    private final LiveRoute live;

    public PageRoutes(Vertx vertx, SpanStore store) {
        Listing traces = new Listing(store);
        listing = new ListingRoute(traces);
        map = new MapRoute(traces);
        live = new LiveRoute(vertx, traces);
    }

    /** Adds the page's addresses, its files, and its data under {@code /api/store/}. */
    public void mount(Router router) {
        files.mount(router);
        // Going through a full store may take long, so it is kept from the event loop.
        router.get("/api/store/traces").blockingHandler(listing::list, false);
        router.get("/api/store/map").blockingHandler(map::map, false);
        router.get("/api/store/live").handler(live::open);
    }

    /** Ends what is sent to pages that are open, in order. */
    public void close() {
        live.close();
    }
}
