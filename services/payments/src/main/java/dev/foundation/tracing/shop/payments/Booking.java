package dev.foundation.tracing.shop.payments;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A payment that was made.
 *
 * @param key the idempotency key it was made with
 * @param amount two decimals; a string in JSON, so that no reader makes a binary fraction of it
 */
record Booking(String key, String orderId, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {

    static Booking of(IdempotencyKey key, PaymentRequest request) {
        return new Booking(key.value(), request.orderId(), request.amount(), request.currency());
    }
}
