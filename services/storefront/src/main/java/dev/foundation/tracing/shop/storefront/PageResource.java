package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.shop.faults.FaultsConfig;
import io.quarkus.runtime.Startup;

/** What the page needs to know of its surroundings. Made at start, so that a wrong address keeps the service from starting. */
@Startup
@Path("/page/settings")
class PageResource {

    private final Settings settings;

    PageResource(TraceUiConfig traceUi, FaultsConfig faults) {
        settings = new Settings(traceUi.url().map(TraceLinks::of).orElse(null), faults.enabled());
    }

    @GET
    public Settings show() {
        return settings;
    }

    /** @param traces null for no links to them */
    record Settings(@Nullable TraceLinks traces, boolean faultsEnabled) {
    }
}
