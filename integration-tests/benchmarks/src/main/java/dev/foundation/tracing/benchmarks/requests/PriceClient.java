package dev.foundation.tracing.benchmarks.requests;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

@RegisterRestClient(configKey = "prices")
@Path("/prices")
interface PriceClient {

    @GET
    @Path("known")
    String known();
}
