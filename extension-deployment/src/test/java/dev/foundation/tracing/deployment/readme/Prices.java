package dev.foundation.tracing.deployment.readme;

import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The README's example of a guarded call, run as it stands there. */
@ApplicationScoped
public class Prices {

    private final Supplier supplier = new Supplier();

    @Retry(maxRetries = 1, delay = 20, jitter = 0)
    @CircuitBreaker(requestVolumeThreshold = 2)
    @Timeout(500)
    @Fallback(fallbackMethod = "yesterdays")
    String find(String sku) {
        return supplier.priceOf(sku);
    }

    String yesterdays(String sku) {
        return "6.20";
    }

    private static final class Supplier {

        private final AtomicInteger asked = new AtomicInteger();

        String priceOf(String sku) {
            if (asked.incrementAndGet() <= 2)
                throw new IllegalStateException("the supplier of " + sku + " is down");
            return "6.00";
        }
    }
}
