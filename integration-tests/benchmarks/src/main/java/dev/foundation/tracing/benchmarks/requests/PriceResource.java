package dev.foundation.tracing.benchmarks.requests;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A request that asks for another one, of this very process: three spans of HTTP. */
@Path("/prices")
public class PriceResource {

    private final PriceClient prices;

    PriceResource(@RestClient PriceClient prices) {
        this.prices = prices;
    }

    @GET
    @Path("asked")
    public String asked() {
        return prices.known();
    }

    @GET
    @Path("known")
    public String known() {
        return "12.40";
    }
}
