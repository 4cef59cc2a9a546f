package dev.foundation.tracing.deployment.reload;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.opentelemetry.sdk.trace.ReadableSpan;

/** Says which span its private method runs in. */
@Path("/greeting")
public class Greeting {

    @GET
    public String greet() {
        return span();
    }

    @Traced("greeting.first")
    private static String span() {
        return ((ReadableSpan) Spans.currentSpan()).getName();
    }
}
