package dev.foundation.tracing.test.quarkus;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

@Path("/orders")
public interface OrdersClient {

    @POST
    String place();
}
