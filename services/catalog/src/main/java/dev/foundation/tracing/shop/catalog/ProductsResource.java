package dev.foundation.tracing.shop.catalog;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Products over HTTP. */
@Path("/products")
class ProductsResource {

    private final Products products;

    ProductsResource(Products products) {
        this.products = products;
    }

    @GET
    public List<Product> list() {
        return products.list();
    }

    @GET
    @Path("/{sku}")
    public Product find(@PathParam("sku") String sku) {
        return products.find(sku).orElseThrow(() -> new NotFoundException("no product has the SKU " + sku));
    }
}
