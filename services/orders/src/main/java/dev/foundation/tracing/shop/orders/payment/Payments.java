package dev.foundation.tracing.shop.orders.payment;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

import dev.foundation.tracing.shop.orders.model.Order;

/** Has orders paid. */
@ApplicationScoped
public class Payments {

    private static final Duration BREAKER_DELAY = Duration.ofSeconds(GuardedPayments.BREAKER_DELAY_SECONDS);

    private final GuardedPayments guarded;

    Payments(GuardedPayments guarded) {
        this.guarded = guarded;
    }

    /** Has the order paid, once, however often this is called; in no transaction, for it takes seconds if payments fail. */
    public void pay(Order order) throws PaymentFailedException {
        try {
            guarded.pay(order);
        } catch (CircuitBreakerOpenException e) {
            throw PaymentFailedException.withoutTrying(order.id(), BREAKER_DELAY, e);
        } catch (PaymentRefusedException e) {
            throw PaymentFailedException.refused(order.id(), e);
        } catch (RuntimeException e) {
            throw PaymentFailedException.afterAllTries(order.id(), e);
        }
    }
}
