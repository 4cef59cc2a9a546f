package dev.foundation.tracing.shop.orders.catalog;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The catalog service. */
@Path("/products")
@RegisterRestClient(configKey = "catalog")
interface CatalogClient {

    @GET
    @Path("/{sku}")
    Product find(@PathParam("sku") String sku);
}
