package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The catalog service; it answers with a response whatever its status is. */
@Path("/products")
@RegisterRestClient(configKey = "catalog")
interface CatalogClient {

    @GET
    Response list();

    @GET
    @Path("/{sku}")
    Response find(@PathParam("sku") String sku);
}
