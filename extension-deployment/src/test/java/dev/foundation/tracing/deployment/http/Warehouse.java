package dev.foundation.tracing.deployment.http;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.mutiny.Uni;

/** What is called over HTTP. */
@Path("/warehouse")
public class Warehouse {

    static final int CHUNKED_SIZE = 20_000;

    @GET
    @Path("/items/{item}")
    public String item(@PathParam("item") String item) {
        return item;
    }

    /** @return all values of a header that the caller sent, one after the other */
    @GET
    @Path("/headers/{name}")
    public String header(@PathParam("name") String name, @Context HttpHeaders headers) {
        return String.join(" ", headers.getRequestHeaders().getOrDefault(name, List.of("none")));
    }

    @GET
    @Path("/chunks")
    public Response chunks() {
        return Response.ok((StreamingOutput) body -> {
            body.write(new byte[CHUNKED_SIZE / 2]);
            body.flush();
            body.write(new byte[CHUNKED_SIZE / 2]);
        }).build();
    }

    @GET
    @Path("/moved")
    public Response moved() {
        return Response.seeOther(URI.create("/warehouse/items/tea")).build();
    }

    @GET
    @Path("/never")
    public Uni<String> never() {
        return Uni.createFrom().nothing();
    }
}
