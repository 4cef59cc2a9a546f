package dev.foundation.tracing.deployment.weaving;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import dev.foundation.tracing.Spans;
import dev.foundation.tracing.Traced;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Methods whose result is there later. */
public class AsyncMethods {

    private AsyncMethods() {
    }

    @Traced(value = "async.stage", result = "async.result")
    static CompletionStage<String> stage(CompletionStage<String> later) {
        return later;
    }

    @Traced("async.future")
    static Future<String> future(CompletableFuture<String> later) {
        return later;
    }

    @Traced(value = "async.generic", result = "async.result")
    static <T> T generic(Supplier<T> later) {
        return later.get();
    }

    @Traced(value = "async.uni", result = "async.result")
    static Uni<String> uni(String item) {
        return Uni.createFrom().item(item);
    }

    @Traced("async.multi")
    static Multi<Integer> multi() {
        return Multi.createFrom().items(1, 2, 3);
    }

    @Traced("async.nothing")
    static Uni<Void> nothing() {
        return null;
    }

    @Traced("async.at_once")
    static Uni<String> throwing() {
        throw new IllegalStateException("at once");
    }

    @Path("/async")
    @ApplicationScoped
    public static class Endpoint {

        @Inject
        @VirtualThreads
        ExecutorService virtualThreads;

        @GET
        @Path("/uni")
        @Traced("endpoint.uni")
        public Uni<String> uni() {
            return Uni.combine().all().unis(later("async.first"), later("async.second")).asTuple()
                    .map(pair -> Spans.withSpan("endpoint.uni_inside", () -> "both"));
        }

        private Uni<String> later(String name) {
            return Spans.withSpan(name, () -> Uni.createFrom().item("item").onItem().delayIt().by(Duration.ofMillis(5))
                    .invoke(() -> Spans.withSpan(name + "_inside", () -> "inside")));
        }

        /** On a JDK that has them, else on a thread of Quarkus's pool. */
        @GET
        @Path("/virtual")
        @Traced("endpoint.virtual")
        public String virtual() throws InterruptedException, ExecutionException {
            return virtualThreads.submit(() -> Spans.withSpan("endpoint.virtual_inside", () -> "virtual")).get();
        }
    }
}
