package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.faults.Faults;

/** Products, from the catalog. */
@Path("/products")
class ProductsResource {

    private final CatalogClient catalog;
    private final ProductList list;
    private final Faults faults;

    ProductsResource(@RestClient CatalogClient catalog, ProductList list, Faults faults) {
        this.catalog = catalog;
        this.list = list;
        this.faults = faults;
    }

    @GET
    @Traced("storefront.list_products")
    public Response list() {
        faults.inject();
        return list.current();
    }

    @GET
    @Path("/{sku}")
    @Traced("storefront.show_product")
    public Response find(@PathParam("sku") String sku) {
        faults.inject();
        return Relay.answerOf("catalog", () -> catalog.find(sku));
    }
}
