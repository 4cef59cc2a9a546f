package dev.foundation.tracing.shop.storefront;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the page needs to know of its surroundings. */
@Path("/page/settings")
class PageResource {

    private final Settings settings;

    PageResource(TraceUiConfig traceUi, FaultsConfig faults) {
        settings = new Settings(traceUi.url(), faults.enabled());
    }

    @GET
    public Settings show() {
        return settings;
    }

    record Settings(URI traceUi, boolean faultsEnabled) {
    }
}
