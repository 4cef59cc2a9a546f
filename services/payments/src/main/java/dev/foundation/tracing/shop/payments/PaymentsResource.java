package dev.foundation.tracing.shop.payments;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.jspecify.annotations.Nullable;

import dev.foundation.tracing.shop.payments.PaymentDesk.Receipt;

/** Payments over HTTP. */
@Path("/payments")
class PaymentsResource {

    private final PaymentDesk desk;
    private final Ledger ledger;

    PaymentsResource(PaymentDesk desk, Ledger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    @POST
    public Response pay(@HeaderParam(IdempotencyKey.HEADER) @Nullable String key, @Nullable PaymentRequest request) {
        if (request == null)
            throw new BadRequestException("a payment is missing in the body");
        Receipt receipt = desk.pay(IdempotencyKey.fromHeader(key), request);
        return Response.status(receipt.isNew() ? Status.CREATED : Status.OK).entity(receipt.booking()).build();
    }

    @GET
    @Path("/{key}")
    public Booking find(@PathParam("key") String key) {
        return ledger.find(key).orElseThrow(() -> new NotFoundException("no payment was booked with key " + key));
    }
}
