package dev.foundation.tracing.deployment.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import dev.foundation.tracing.Spans;

@Path("/shop")
public class ShopEndpoint {

    public record Order(int quantity) {
    }

    @GET
    public String traceId() {
        return Spans.currentTraceId().orElse("none");
    }

    @GET
    @Path("/broken")
    public String broken() {
        throw new IllegalStateException("broken on purpose");
    }

    @POST
    public int order(Order order) {
        return order.quantity();
    }
}
