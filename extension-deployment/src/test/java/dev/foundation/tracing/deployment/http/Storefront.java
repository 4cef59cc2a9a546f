package dev.foundation.tracing.deployment.http;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import dev.foundation.tracing.Spans;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;

/** Calls the warehouse inside requests. */
@Path("/storefront")
public class Storefront {

    @Inject
    Vertx vertx;

    @GET
    @Path("/rest/headers/{name}")
    public String byRestClient(@PathParam("name") String name, @Context UriInfo here) {
        WarehouseClient client = QuarkusRestClientBuilder.newBuilder().baseUri(here.getBaseUri()).build(WarehouseClient.class);
        return Spans.withSpan("price.ask", () -> client.header(name));
    }

    @GET
    @Path("/web/headers/{name}")
    public Uni<String> byWebClient(@PathParam("name") String name, @Context UriInfo here) {
        return answer(here.getBaseUri().resolve("warehouse/headers/" + name));
    }

    /** The span has ended, and another is current, before there is a connection. */
    private Uni<String> answer(URI address) {
        WebClient client = Spans.traced(WebClient.create(vertx));
        return Uni.createFrom().completionStage(Spans.withSpan("price.ask",
                () -> client.getAbs(address.toString()).send().map(response -> response.bodyAsString()))
                .toCompletionStage());
    }

    @GET
    @Path("/web/blocking/{name}")
    public String byWebClientFromAWorker(@PathParam("name") String name, @Context UriInfo here) throws Exception {
        return answer(here.getBaseUri().resolve("warehouse/headers/" + name)).subscribeAsCompletionStage().get(10,
                TimeUnit.SECONDS);
    }
}
