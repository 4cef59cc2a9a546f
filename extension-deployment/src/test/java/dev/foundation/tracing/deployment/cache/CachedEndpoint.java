package dev.foundation.tracing.deployment.cache;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;

import dev.foundation.tracing.Traced;
import io.smallrye.mutiny.Uni;

/** Cached methods called by requests, on a worker thread and on the event loop. */
@Path("/prices")
public class CachedEndpoint {

    private final Prices prices;

    CachedEndpoint(Prices prices) {
        this.prices = prices;
    }

    @GET
    @Path("/blocking/{sku}")
    @Traced("price.ask")
    public String blocking(@RestPath String sku) {
        return prices.find(sku);
    }

    @GET
    @Path("/later/{sku}")
    @Traced("price.ask")
    public Uni<String> later(@RestPath String sku) {
        return prices.later(sku);
    }
}
