package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.faults.Faults;

/** Orders, by the orders service. */
@Path("/orders")
class OrdersResource {

    private final OrdersClient orders;
    private final Faults faults;

    OrdersResource(@RestClient OrdersClient orders, Faults faults) {
        this.orders = orders;
        this.faults = faults;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Traced("storefront.place_order")
    public Response place(String json) {
        faults.inject();
        return Relay.answerOf("orders", ": the order may have been placed", () -> orders.place(json));
    }

    @GET
    @Path("/{id}")
    @Traced("storefront.show_order")
    public Response find(@PathParam("id") String id) {
        return Relay.answerOf("orders", () -> orders.find(id));
    }
}
