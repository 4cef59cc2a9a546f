package dev.foundation.tracing.shop.orders.payment;

import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;

import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import dev.foundation.tracing.Traced;
import dev.foundation.tracing.shop.orders.model.Order;
import io.smallrye.faulttolerance.api.CircuitBreakerName;

/** The call to the payments service, which may fail, dawdle, or be down. */
@ApplicationScoped
class GuardedPayments {

    static final String BREAKER = "payments";
    static final int BREAKER_DELAY_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(GuardedPayments.class);
    private static final int SERVER_ERROR = 500;

    private final PaymentsClient payments;

    GuardedPayments(@RestClient PaymentsClient payments) {
        this.payments = payments;
    }

    /**
     * Every try carries the order's id as its idempotency key: one that was booked, but whose answer was lost, is not booked
     * again by the next.
     */
    @Traced("order.pay")
    @Retry(maxRetries = 3, delay = 100, jitter = 50, abortOn = { CircuitBreakerOpenException.class,
            PaymentRefusedException.class })
    @CircuitBreaker(requestVolumeThreshold = 8, failureRatio = 0.75, delay = BREAKER_DELAY_SECONDS, delayUnit = ChronoUnit.SECONDS, skipOn = PaymentRefusedException.class)
    @CircuitBreakerName(BREAKER)
    @Timeout(1000)
    void pay(Order order) {
        try {
            payments.pay(order.id().toString(), PaymentRequest.of(order));
        } catch (WebApplicationException e) {
            throw failed(order, e);
        } catch (RuntimeException e) {
            LOG.warnf("a try to pay order %s failed: %s", order.id(), e);
            throw e;
        }
    }

    private static RuntimeException failed(Order order, WebApplicationException e) {
        int status = e.getResponse().getStatus();
        LOG.warnf("a try to pay order %s failed: status %d", order.id(), status);
        return status < SERVER_ERROR ? new PaymentRefusedException(status, e) : e;
    }
}
