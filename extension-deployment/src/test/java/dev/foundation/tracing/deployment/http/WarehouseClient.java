package dev.foundation.tracing.deployment.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

@Path("/warehouse")
public interface WarehouseClient {

    @GET
    @Path("/items/{item}")
    String item(@PathParam("item") String item, @QueryParam("token") String token);

    @GET
    @Path("/headers/{name}")
    String header(@PathParam("name") String name);

    @GET
    @Path("/chunks")
    String chunks();

    @GET
    @Path("/nowhere")
    String nowhere();

    @GET
    @Path("/never")
    String never();
}
