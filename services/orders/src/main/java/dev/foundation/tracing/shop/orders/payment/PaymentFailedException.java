package dev.foundation.tracing.shop.orders.payment;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An order was not paid, after all tries. */
public final class PaymentFailedException extends Exception {

    private final UUID orderId;
    private final Duration retryAfter;

    private PaymentFailedException(String message, UUID orderId, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.orderId = orderId;
        this.retryAfter = retryAfter;
    }

    static PaymentFailedException afterAllTries(UUID orderId, Throwable cause) {
        return new PaymentFailedException("payment failed", orderId, Duration.ZERO, cause);
    }

    static PaymentFailedException withoutTrying(UUID orderId, Duration retryAfter, Throwable cause) {
        return new PaymentFailedException("payments are suspended because too many failed", orderId,
                retryAfter, cause);
    }

    public UUID orderId() {
        return orderId;
    }

    /** @return when it is worth another try; empty if there is no telling */
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(duration -> !duration.isZero());
    }
}
