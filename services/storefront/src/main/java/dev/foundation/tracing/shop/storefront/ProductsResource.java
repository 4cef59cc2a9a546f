package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.foundation.tracing.Traced;

/** Products, from the catalog. */
@Path("/products")
class ProductsResource {

    private final CatalogClient catalog;

    ProductsResource(@RestClient CatalogClient catalog) {
        this.catalog = catalog;
    }

    @GET
    @Traced("storefront.list_products")
    public Response list() {
        return Relay.answerOf("catalog", catalog::list);
    }

    @GET
    @Path("/{sku}")
    @Traced("storefront.show_product")
    public Response find(@PathParam("sku") String sku) {
        return Relay.answerOf("catalog", () -> catalog.find(sku));
    }
}
