package dev.foundation.tracing.deployment.cache;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Singleton;

import dev.foundation.tracing.Spans;
import io.quarkus.arc.Unremovable;
import io.quarkus.cache.CacheInvalidate;
import io.quarkus.cache.CacheInvalidateAll;
import io.quarkus.cache.CacheResult;
import io.smallrye.mutiny.Uni;

/** An application's cached methods, as anybody writes them. */
@Singleton
@Unremovable
public class Prices {

    public static final long LOCK_TIMEOUT_MILLIS = 100;

    /** How often something was computed. */
    public final AtomicInteger computed = new AtomicInteger();

    @CacheResult(cacheName = "prices")
    public String find(String sku) {
        return Spans.withSpan("price.compute", () -> "12.40 #" + computed.incrementAndGet());
    }

    @CacheResult(cacheName = "prices")
    public String unknown(String sku) {
        computed.incrementAndGet();
        return null;
    }

    @CacheResult(cacheName = "prices")
    public String failing(String sku) throws IOException {
        throw new IOException("no price of " + computed.incrementAndGet());
    }

    @CacheResult(cacheName = "prices")
    public Uni<String> later(String sku) {
        return Uni.createFrom().item(() -> Spans.withSpan("price.compute", () -> "12.40 #" + computed.incrementAndGet()));
    }

    @CacheResult(cacheName = "prices")
    public Uni<String> failingLater(String sku) {
        return Uni.createFrom().failure(new IOException("no price"));
    }

    @CacheResult(cacheName = "prices")
    public CompletionStage<String> staged(String sku) {
        return CompletableFuture.supplyAsync(() -> "12.40 #" + computed.incrementAndGet());
    }

    @CacheResult(cacheName = "prices")
    public String slow(String sku, Gate gate) {
        gate.pass();
        return "12.40 #" + computed.incrementAndGet();
    }

    @CacheResult(cacheName = "prices", lockTimeout = LOCK_TIMEOUT_MILLIS)
    public String impatient(String sku, Gate gate) {
        gate.pass();
        return "12.40 #" + computed.incrementAndGet();
    }

    @CacheResult(cacheName = "prices")
    public Uni<String> slowLater(String sku, Gate gate) {
        gate.entered.countDown();
        return Uni.createFrom().completionStage(gate.opened).map(nothing -> "12.40 #" + computed.incrementAndGet());
    }

    @CacheResult(cacheName = "prices", lockTimeout = LOCK_TIMEOUT_MILLIS)
    public Uni<String> impatientLater(String sku, Gate gate) {
        return Uni.createFrom().completionStage(gate.opened).map(nothing -> "12.40 #" + computed.incrementAndGet());
    }

    @CacheInvalidate(cacheName = "prices")
    public void changed(String sku) {
        // the annotation does it
    }

    @CacheInvalidateAll(cacheName = "prices")
    public void allChanged() {
        // the annotation does it
    }

    /** A load that takes as long as the test wants; its identity is not part of the key. */
    public static final class Gate {

        public final CountDownLatch entered = new CountDownLatch(1);
        final CompletableFuture<Void> opened = new CompletableFuture<>();

        static Gate thatIsOpen() {
            Gate gate = new Gate();
            gate.open();
            return gate;
        }

        public void open() {
            opened.complete(null);
        }

        void pass() {
            entered.countDown();
            opened.join();
        }

        // All gates are equal, so that calls with different ones have one key.
        @Override
        public boolean equals(Object other) {
            return other instanceof Gate;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
