package dev.foundation.tracing.test.quarkus;

import static dev.foundation.tracing.Spans.propagateContext;
import static dev.foundation.tracing.Spans.recordEvent;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.Traced;

@Path("/orders")
@Singleton
public class Orders {

    private final ExecutorService worker = Executors.newSingleThreadExecutor();

    /** Closed, an order is placed and not shipped. */
    volatile CountDownLatch shipping = new CountDownLatch(0);
    volatile CountDownLatch shippingBegan = new CountDownLatch(0);

    @PreDestroy
    void stop() {
        worker.shutdown();
    }

    @POST
    @Traced("order.place")
    public String place() {
        long total = price();
        PropagatedContext context = propagateContext();
        CountDownLatch gate = shipping;
        worker.execute(() -> withPropagatedContext(context, () -> withSpan("order.ship", () -> ship(gate))));
        return "total " + total;
    }

    @GET
    @Path("{id}")
    public String find(@PathParam("id") String id) {
        throw new NotFoundException("no order " + id);
    }

    @Traced("order.price")
    long price() {
        return 1240;
    }

    private void ship(CountDownLatch gate) {
        shippingBegan.countDown();
        try {
            gate.await();
            recordEvent("order.shipped");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
