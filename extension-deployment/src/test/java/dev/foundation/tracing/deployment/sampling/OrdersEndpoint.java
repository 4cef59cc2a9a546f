package dev.foundation.tracing.deployment.sampling;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.opentelemetry.api.trace.Span;

@Path("/")
public class OrdersEndpoint {

    @GET
    @Path("/orders/{id}")
    public String order() {
        return Spans.withSpan("order.find", () -> price());
    }

    @Traced("order.price")
    private static String price() {
        return Span.current().getSpanContext().getSpanId();
    }

    @GET
    @Path("/broken")
    public String broken() {
        return Spans.withSpan("order.break", () -> {
            throw new IllegalStateException("broken on purpose");
        });
    }

    @GET
    @Path("/hidden")
    public String hidden() {
        return price();
    }
}
