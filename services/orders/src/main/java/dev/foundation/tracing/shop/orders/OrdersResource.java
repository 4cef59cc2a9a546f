package dev.foundation.tracing.shop.orders;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import dev.foundation.tracing.shop.orders.database.OrderTable;
import dev.foundation.tracing.shop.orders.model.Order;
import dev.foundation.tracing.shop.orders.payment.PaymentFailedException;

/** Orders over HTTP. */
@Path("/orders")
class OrdersResource {

    private final OrderDesk desk;
    private final OrderTable orders;

    OrdersResource(OrderDesk desk, OrderTable orders) {
        this.desk = desk;
        this.orders = orders;
    }

    @POST
    public Response place(@NotNull @Valid OrderRequest request) throws PaymentFailedException {
        Order order = desk.place(request);
        // A relative reference, which is right for whoever reads it, also beyond the storefront; JAX-RS would make it absolute.
        return Response.status(Status.CREATED).header(HttpHeaders.LOCATION, "/orders/" + order.id())
                .entity(OrderAnswer.brief(order)).build();
    }

    @GET
    @Path("/{id}")
    public OrderAnswer find(@PathParam("id") UUID id) {
        return orders.find(id).map(OrderAnswer::full).orElseThrow(() -> new NotFoundException("there is no order " + id));
    }
}
