package dev.foundation.tracing.deployment.faulttolerance;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ServiceUnavailableException;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;

/** A service, and guarded clients of it. */
class Prices {

    @Singleton
    static class Faults {

        final AtomicInteger left = new AtomicInteger();
    }

    @Path("/prices")
    public static class Resource {

        @Inject
        Faults faults;

        @GET
        @Path("{sku}")
        public String find(@PathParam("sku") String sku) {
            if (faults.left.getAndDecrement() > 0)
                throw new ServiceUnavailableException();
            return "6.20";
        }
    }

    @Path("/prices")
    @RegisterRestClient(baseUri = "http://localhost")
    interface PriceClient {

        @GET
        @Path("{sku}")
        @Retry(maxRetries = 2, delay = 3, jitter = 0)
        String find(@Url String service, @PathParam("sku") String sku);

        @GET
        @Path("{sku}")
        @Retry(maxRetries = 2, delay = 0, jitter = 0)
        Uni<String> findLater(@Url String service, @PathParam("sku") String sku);
    }

    @Path("/prices")
    @CircuitBreaker(requestVolumeThreshold = 1, failureRatio = 1, delay = 3_600_000)
    @RegisterRestClient(baseUri = "http://localhost")
    interface BrittlePriceClient {

        @GET
        @Path("{sku}")
        String find(@Url String service, @PathParam("sku") String sku);
    }
}
