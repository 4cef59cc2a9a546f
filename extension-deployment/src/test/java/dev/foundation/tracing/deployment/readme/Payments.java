package dev.foundation.tracing.deployment.readme;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;

import dev.foundation.tracing.Traced;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.instrumentation.annotations.SpanAttribute;
import io.smallrye.mutiny.Uni;

/** The README's example of a traced bean, run as it stands there. */
@ApplicationScoped
public class Payments {

    private final Provider provider = new Provider();

    public record Order(@SpanAttribute("order.items") int items, String customer) {
    }

    @Retry(maxRetries = 2, delay = 0)
    @Traced(value = "order.pay", kind = SpanKind.CLIENT, attributes = "payment.provider=acme", result = "payment.id")
    Uni<String> pay(Order order, @SpanAttribute("order.channel") String channel) {
        return provider.pay(order);
    }

    private static final class Provider {

        private final AtomicInteger tries = new AtomicInteger();

        Uni<String> pay(Order order) {
            return Uni.createFrom().item(() -> {
                if (tries.incrementAndGet() < 3)
                    throw new IllegalStateException("not yet");
                return "payment of " + order.customer();
            });
        }
    }
}
