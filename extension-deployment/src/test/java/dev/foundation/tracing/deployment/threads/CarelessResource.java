package dev.foundation.tracing.deployment.threads;

import static dev.foundation.tracing.Spans.currentTraceId;
import static dev.foundation.tracing.Spans.startSpan;
import static dev.foundation.tracing.Spans.withPropagatedContext;
import static dev.foundation.tracing.Spans.withSpan;
import static dev.foundation.tracing.Spans.wrap;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.foundation.tracing.ActiveSpan;
import dev.foundation.tracing.PropagatedContext;
import dev.foundation.tracing.SpanAction;
import dev.foundation.tracing.Spans;

/** Every request uses the one thread of a pool, and some leave a mess. */
@Path("/")
@ApplicationScoped
public class CarelessResource {

    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @GET
    @Path("never-closed")
    public String neverCloses() throws Exception {
        startSpan("request.lost");
        Runnable careless = () -> startSpan("task.lost");
        pool.submit(wrap(careless)).get();
        PropagatedContext context = Spans.propagateContext();
        SpanAction<RuntimeException> alsoCareless = () -> startSpan("worker.lost");
        pool.submit(() -> withPropagatedContext(context, alsoCareless)).get();
        return traceId();
    }

    @GET
    @Path("closed-elsewhere")
    public String closesElsewhere() throws Exception {
        ActiveSpan ofRequest = startSpan("request.handed");
        pool.submit(ofRequest::close).get();
        Callable<ActiveSpan> begin = () -> startSpan("task.handed");
        pool.submit(wrap(begin)).get().close();
        Callable<ActiveSpan> beginUnwrapped = () -> startSpan("worker.handed");
        pool.submit(beginUnwrapped).get().close();
        return traceId();
    }

    @GET
    @Path("next")
    public String next() throws Exception {
        Callable<String> task = () -> withSpan("task.next", CarelessResource::traceId);
        Callable<String> unwrapped = () -> withSpan("worker.next", CarelessResource::traceId);
        return withSpan("request.next", CarelessResource::traceId) + " " + pool.submit(wrap(task)).get() + " "
                + pool.submit(unwrapped).get();
    }

    private static String traceId() {
        return currentTraceId().orElse("none");
    }

    @PreDestroy
    void stop() {
        pool.shutdownNow();
    }
}
