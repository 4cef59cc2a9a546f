package dev.foundation.tracing.deployment.faulttolerance;

import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.faulttolerance.Fallback;

import dev.foundation.tracing.Traced;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.ApplyGuard;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;

/** Calls that are guarded by a program, and methods that such guards are applied to. */
@Singleton
class Programmed {

    final AtomicInteger failures = new AtomicInteger();

    private final Guard described = Guard.create().withDescription("Payment provider: charge")
            .withRetry().maxRetries(2).delay(3, ChronoUnit.MILLIS).jitter(0, ChronoUnit.MILLIS).done().build();

    private final Guard undescribed = Guard.create()
            .withCircuitBreaker().requestVolumeThreshold(1).failureRatio(1).delay(1, ChronoUnit.HOURS).done().build();

    private final TypedGuard<String> substituting = TypedGuard.create(String.class).withDescription("prices.lookup")
            .withTimeout().duration(1, ChronoUnit.HOURS).done()
            .withFallback().handler(failure -> "substitute").done().build();

    private final TypedGuard<Uni<String>> deferring = TypedGuard.create(new TypeLiteral<Uni<String>>() {
        private static final long serialVersionUID = 1L;
    }).withDescription("prices.later").withRetry().maxRetries(2).delay(0, ChronoUnit.MILLIS)
            .jitter(0, ChronoUnit.MILLIS).done().build();

    String tried() {
        if (failures.getAndDecrement() > 0)
            throw new IllegalStateException("not yet");
        return "done";
    }

    String call() throws Exception {
        return described.call(this::tried, String.class);
    }

    CompletionStage<String> callLater() {
        return described.get(() -> CompletableFuture.supplyAsync(this::tried), new TypeLiteral<CompletionStage<String>>() {
            private static final long serialVersionUID = 1L;
        });
    }

    String callUndescribed() {
        return undescribed.get(this::tried, String.class);
    }

    String substituted() {
        return substituting.get(this::tried);
    }

    Uni<String> deferred() {
        return deferring.get(() -> Uni.createFrom().item(this::tried));
    }

    @SuppressWarnings({ "deprecation", "removal" }) // it is there, and used
    String callAsBefore() throws Exception {
        return io.smallrye.faulttolerance.api.FaultTolerance.<String> create().withDescription("as.before")
                .withRetry().maxRetries(2).delay(0, ChronoUnit.MILLIS).jitter(0, ChronoUnit.MILLIS).done()
                .build().call(this::tried);
    }

    @Produces
    @Identifier("applied")
    @Singleton
    Guard applied() {
        return Guard.create().withDescription("not the name of the methods").withRetry().maxRetries(2)
                .delay(0, ChronoUnit.MILLIS).jitter(0, ChronoUnit.MILLIS).done().build();
    }

    @Singleton
    static class Applying {

        private final Programmed programmed;

        Applying(Programmed programmed) {
            this.programmed = programmed;
        }

        @ApplyGuard("applied")
        String one() {
            return programmed.tried();
        }

        @ApplyGuard("applied")
        Uni<String> other() {
            return Uni.createFrom().item(programmed::tried);
        }

        @ApplyGuard("applied")
        @Fallback(fallbackMethod = "substitute")
        String substituted() {
            return programmed.tried();
        }

        String substitute() {
            return "substitute";
        }

        @Traced("order.pay")
        @ApplyGuard("applied")
        String traced() {
            return programmed.tried();
        }
    }
}
