package dev.foundation.tracing.shop.storefront;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The orders service; it answers with a response whatever its status is. */
@Path("/orders")
@RegisterRestClient(configKey = "orders")
interface OrdersClient {

    /** @param json passed on as it came: what is right is for the orders service to say */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Response place(String json);

    @GET
    @Path("/{id}")
    Response find(@PathParam("id") String id);
}
