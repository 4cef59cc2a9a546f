package dev.foundation.tracing.shop.orders.payment;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The payments service. */
@Path("/payments")
@RegisterRestClient(configKey = "payments")
interface PaymentsClient {

    /** @param key the same for every try of one payment */
    @POST
    void pay(@HeaderParam("Idempotency-Key") String key, PaymentRequest request);
}
