package dev.foundation.tracing.shop.orders.payment;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** An order was not paid, or nobody knows whether it was. */
public final class PaymentFailedException extends Exception {

    private final UUID orderId;
    private final Duration retryAfter;
    private final boolean refused;

    private PaymentFailedException(String message, UUID orderId, Duration retryAfter, boolean refused, Throwable cause) {
        super(message, cause);
        this.orderId = orderId;
        this.retryAfter = retryAfter;
        this.refused = refused;
    }

    static PaymentFailedException refused(UUID orderId, Throwable cause) {
        return new PaymentFailedException("payment failed", orderId, Duration.ZERO, true, cause);
    }

    static PaymentFailedException afterAllTries(UUID orderId, Throwable cause) {
        return new PaymentFailedException("payment failed", orderId, Duration.ZERO, false, cause);
    }

    static PaymentFailedException withoutTrying(UUID orderId, Duration retryAfter, Throwable cause) {
        return new PaymentFailedException("payments are suspended because too many failed", orderId,
                retryAfter, false, cause);
    }

    public UUID orderId() {
        return orderId;
    }

    /** @return whether it is certain that nothing was booked; otherwise a try may have been whose answer was lost */
    public boolean refused() {
        return refused;
    }

    /** @return when it is worth another try; empty if there is no telling */
    public Optional<Duration> retryAfter() {
        return Optional.of(retryAfter).filter(duration -> !duration.isZero());
    }
}
